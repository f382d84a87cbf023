/*
 * SIPp/sipp#243 and #244 (August 2016): calls that failed under load (src/socket.cpp, SIPpSocket's
 * read and its error handling).
 *
 * Facts: a read that ended with SSL_ERROR_WANT_READ was logged as "remote peer probably closed the
 * socket" and the socket was closed. The fix returns at once for that reason, so that the read is
 * tried again when there is something to read.
 */

struct ssl_st;
typedef struct ssl_st SSL;

#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

extern "C" {
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_get_error(const SSL *ssl, int ret);
void ERR_clear_error();
}

void WARNING(const char *text);

class SIPpSocket {
public:
    int emptyFaulty();
    int emptyMended();
    int emptyLater();

private:
    void close();

    SSL *ss_ssl = nullptr;
    char buffer[2048];
    int length = 0;
    bool again = false;
};

int SIPpSocket::emptyFaulty()
{
    ERR_clear_error();
    const int ret = SSL_read(ss_ssl, buffer, sizeof(buffer));
    if (ret > 0) {
        length = ret;
        return ret;
    }
    switch (SSL_get_error(ss_ssl, ret)) { // finding: misread-reason
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        WARNING("SSL_read returned SSL_ERROR_WANT_READ");
        break;
    case SSL_ERROR_ZERO_RETURN:
        WARNING("the peer has closed the connection");
        break;
    default:
        WARNING("SSL_read failed");
        break;
    }
    close();
    return -1;
}

int SIPpSocket::emptyMended()
{
    ERR_clear_error();
    const int ret = SSL_read(ss_ssl, buffer, sizeof(buffer));
    if (ret > 0) {
        length = ret;
        return ret;
    }
    switch (SSL_get_error(ss_ssl, ret)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return 0;
    case SSL_ERROR_ZERO_RETURN:
        WARNING("the peer has closed the connection");
        break;
    default:
        WARNING("SSL_read failed");
        break;
    }
    close();
    return -1;
}

// The same way out for all reasons, but a member says that this one is to be tried again.
int SIPpSocket::emptyLater()
{
    ERR_clear_error();
    const int ret = SSL_read(ss_ssl, buffer, sizeof(buffer));
    if (ret > 0) {
        length = ret;
        return ret;
    }
    const int reason = SSL_get_error(ss_ssl, ret);
    again = reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE;
    if (!again)
        close();
    return -1;
}
