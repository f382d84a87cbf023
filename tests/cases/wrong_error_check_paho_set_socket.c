/*
 * eclipse-paho/paho.mqtt.c#1635 (December 2025): a TLS socket that could not be set up
 * (src/SSLSocket.c, SSLSocket_setSocketForSSL and its callers in src/MQTTClient.c).
 *
 * Facts: the function returns 1 for success and hands on what its steps return otherwise, which is 0
 * for some failures and negative for others. The callers tested for 0 only, and went on to
 * SSL_connect with an object that was not ready. The fix compares with 1.
 */

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_method_st SSL_METHOD;

#define SSL_CTRL_SET_TLSEXT_HOSTNAME 55
#define SSLSOCKET_FAILURE (-1)
#define MQTTCLIENT_SUCCESS 0
#define MQTTCLIENT_FAILURE (-1)

struct network_handles {
    SSL_CTX *ctx;
    SSL *ssl;
    int socket;
};

const SSL_METHOD *TLS_client_method(void);
SSL_CTX *SSL_CTX_new(const SSL_METHOD *method);
SSL *SSL_new(SSL_CTX *ctx);
int SSL_set_fd(SSL *ssl, int fd);
long SSL_ctrl(SSL *ssl, int cmd, long larg, void *parg);
#define SSL_set_tlsext_host_name(s, name) SSL_ctrl(s, SSL_CTRL_SET_TLSEXT_HOSTNAME, 0, (void *)(name))
int SSL_connect(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
void Log(int level, const char *fmt, ...);

static int set_socket_for_ssl(struct network_handles *net, const char *hostname)
{
    int rc = 1;

    if (net->ctx == 0) {
        net->ctx = SSL_CTX_new(TLS_client_method());
        if (net->ctx == 0)
            return SSLSOCKET_FAILURE;
    }
    net->ssl = SSL_new(net->ctx);
    if (net->ssl == 0)
        return SSLSOCKET_FAILURE;
    if ((rc = SSL_set_fd(net->ssl, net->socket)) != 1) {
        Log(5, "SSL_set_fd");
        return rc;
    }
    if ((rc = (int)SSL_set_tlsext_host_name(net->ssl, hostname)) != 1)
        Log(5, "SSL_set_tlsext_host_name");
    return rc;
}

static int ssl_socket_connect(struct network_handles *net)
{
    int rc = SSL_connect(net->ssl);

    return rc == 1 ? 1 : -SSL_get_error(net->ssl, rc);
}

int connect_uri_faulty(struct network_handles *net, const char *hostname)
{
    int rc = MQTTCLIENT_FAILURE;
    int set = set_socket_for_ssl(net, hostname); // finding: wrong-error-check

    if (set != MQTTCLIENT_SUCCESS) {
        rc = ssl_socket_connect(net);
        if (rc == 1)
            return MQTTCLIENT_SUCCESS;
    }
    Log(5, "connection failed");
    return rc;
}

int connect_uri_mended(struct network_handles *net, const char *hostname)
{
    int rc = MQTTCLIENT_FAILURE;
    int set = set_socket_for_ssl(net, hostname);

    if (set == 1) {
        rc = ssl_socket_connect(net);
        if (rc == 1)
            return MQTTCLIENT_SUCCESS;
    }
    Log(5, "connection failed");
    return rc;
}

/* Another way to write the right test: failures are the rest. */
int connect_plain(struct network_handles *net, const char *hostname)
{
    if (set_socket_for_ssl(net, hostname) <= 0) {
        Log(5, "no TLS socket");
        return MQTTCLIENT_FAILURE;
    }
    return ssl_socket_connect(net) == 1 ? MQTTCLIENT_SUCCESS : MQTTCLIENT_FAILURE;
}
