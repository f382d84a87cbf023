/*
 * Idioms of qtbase 5.15: methods of containers and of QObjects that are named like functions of the
 * program or of the C library, and mean something else.
 */

struct bio_st;
typedef struct bio_st BIO;

extern "C" {
int BIO_write(BIO *b, const void *data, int dlen);
long send(int fd, const void *buf, unsigned long len, int flags);
int connect(int fd, const void *address, unsigned len);
}

class QByteArray {
public:
    void append(const char *text);
    const char *constData() const;
    int size() const;
};

template <typename T> class QVector {
public:
    void append(const T &value);
    void remove(int index);
    int size() const;
};

class Channel {
public:
    void send(const QByteArray &data);
    void connect(const char *host);
    void close();
};

// The function fails, the methods do not.
static bool append(BIO *bio, const QByteArray &data)
{
    if (BIO_write(bio, data.constData(), data.size()) != data.size())
        return false;
    return true;
}

class Session {
public:
    bool store(BIO *bio);
    void greet(const char *host);

private:
    QByteArray pending;
    QVector<int> errors;
    Channel channel;
};

bool Session::store(BIO *bio)
{
    pending.append("\r\n");
    errors.append(0);
    errors.remove(0);
    return append(bio, pending);
}

void Session::greet(const char *host)
{
    channel.connect(host);
    channel.send(pending);
    channel.close();
}
