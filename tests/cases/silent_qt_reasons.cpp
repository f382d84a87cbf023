/*
 * Idioms of qtbase 5.15 and 6.4 and of curl 7.88: a member with and without `this`, a write that waits
 * for the peer and is no failure, a method named like a system call, a reason that decides alone.
 */

typedef struct ssl_st SSL;

#define SSL_ERROR_NONE 0
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_ZERO_RETURN 6

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
}

struct Thread {
    bool wait(unsigned long time);
    void quit();
};

struct Fetcher : Thread {
    void stop();
};

void Fetcher::stop()
{
    quit();
    wait(15500);
}

struct Backend {
    SSL *ssl;
    void transmit(const char *data, int size);
    int receive(char *buffer);
    bool drained(char *buffer);
    void setErrorAndEmit(int code);
    void close();
};

void Backend::transmit(const char *data, int size)
{
    bool transmitting;
    do {
        transmitting = false;
        while (size > 0) {
            int written = SSL_write(ssl, data, size);
            if (written <= 0) {
                int error = SSL_get_error(ssl, written);
                if (error == SSL_ERROR_WANT_WRITE) {
                    transmitting = true;
                    break;
                } else if (error == SSL_ERROR_WANT_READ) {
                    transmitting = false;
                    break;
                } else {
                    setErrorAndEmit(error);
                    return;
                }
            }
            size -= written;
        }
    } while (transmitting);
}

int Backend::receive(char *buffer)
{
    int length = SSL_read(ssl, buffer, 16);
    if (length > 0)
        return length;
    switch (SSL_get_error(this->ssl, length)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    default:
        return -1;
    }
}

bool Backend::drained(char *buffer)
{
    int length = SSL_read(ssl, buffer, 16);
    switch (SSL_get_error(ssl, length)) {
    case SSL_ERROR_NONE:
    case SSL_ERROR_ZERO_RETURN:
        return true;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return false;
    default:
        close();
        return false;
    }
}
