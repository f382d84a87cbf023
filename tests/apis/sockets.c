/* Proves data/apis/sockets.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <sys/types.h>
#include <sys/socket.h>
#include <sys/select.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <poll.h>
#include <netdb.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <net/if.h>
#include <ifaddrs.h>

int (*prove_socket)(int domain, int type, int protocol) = (socket);
int (*prove_socketpair)(int domain, int type, int protocol, int fds[2]) = (socketpair);
int prove_bind(int fd, const struct sockaddr *addr, socklen_t len) { return bind(fd, addr, len); }
int prove_connect(int fd, const struct sockaddr *addr, socklen_t len) { return connect(fd, addr, len); }
int (*prove_listen)(int fd, int n) = (listen);
int prove_accept(int fd, struct sockaddr *addr, socklen_t *addr_len) { return accept(fd, addr, addr_len); }
int prove_accept4(int fd, struct sockaddr *addr, socklen_t *addr_len, int flags) { return accept4(fd, addr, addr_len, flags); }
int (*prove_shutdown)(int fd, int how) = (shutdown);
int (*prove_setsockopt)(int fd, int level, int optname, const void *optval, socklen_t optlen) = (setsockopt);
int (*prove_getsockopt)(int fd, int level, int optname, void *optval, socklen_t *optlen) = (getsockopt);
int prove_getsockname(int fd, struct sockaddr *addr, socklen_t *len) { return getsockname(fd, addr, len); }
int prove_getpeername(int fd, struct sockaddr *addr, socklen_t *len) { return getpeername(fd, addr, len); }
int (*prove_sockatmark)(int fd) = (sockatmark);
ssize_t (*prove_recv)(int fd, void *buf, size_t n, int flags) = (recv);
ssize_t prove_recvfrom(int fd, void *buf, size_t n, int flags, struct sockaddr *addr, socklen_t *addr_len) { return recvfrom(fd, buf, n, flags, addr, addr_len); }
ssize_t (*prove_recvmsg)(int fd, struct msghdr *message, int flags) = (recvmsg);
int (*prove_recvmmsg)(int fd, struct mmsghdr *vmessages, unsigned int vlen, int flags, struct timespec *tmo) = (recvmmsg);
ssize_t (*prove_send)(int fd, const void *buf, size_t n, int flags) = (send);
ssize_t prove_sendto(int fd, const void *buf, size_t n, int flags, const struct sockaddr *addr, socklen_t addr_len) { return sendto(fd, buf, n, flags, addr, addr_len); }
ssize_t (*prove_sendmsg)(int fd, const struct msghdr *message, int flags) = (sendmsg);
int (*prove_sendmmsg)(int fd, struct mmsghdr *vmessages, unsigned int vlen, int flags) = (sendmmsg);
int (*prove_select)(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, struct timeval *timeout) = (select);
int (*prove_pselect)(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, const struct timespec *timeout, const __sigset_t *sigmask) = (pselect);
int (*prove_poll)(struct pollfd *fds, nfds_t nfds, int timeout) = (poll);
int (*prove_ppoll)(struct pollfd *fds, nfds_t nfds, const struct timespec *timeout, const __sigset_t *ss) = (ppoll);
int (*prove_epoll_create)(int size) = (epoll_create);
int (*prove_epoll_create1)(int flags) = (epoll_create1);
int (*prove_epoll_ctl)(int epfd, int op, int fd, struct epoll_event *event) = (epoll_ctl);
int (*prove_epoll_wait)(int epfd, struct epoll_event *events, int maxevents, int timeout) = (epoll_wait);
int (*prove_eventfd)(unsigned int count, int flags) = (eventfd);
int (*prove_timerfd_create)(clockid_t clock_id, int flags) = (timerfd_create);
int (*prove_timerfd_settime)(int ufd, int flags, const struct itimerspec *utmr, struct itimerspec *otmr) = (timerfd_settime);
int (*prove_getaddrinfo)(const char *name, const char *service, const struct addrinfo *req, struct addrinfo **pai) = (getaddrinfo);
void (*prove_freeaddrinfo)(struct addrinfo *ai) = (freeaddrinfo);
const char *(*prove_gai_strerror)(int ecode) = (gai_strerror);
int prove_getnameinfo(const struct sockaddr *sa, socklen_t salen, char *host, socklen_t hostlen, char *serv, socklen_t servlen, int flags) { return getnameinfo(sa, salen, host, hostlen, serv, servlen, flags); }
struct hostent *(*prove_gethostbyname)(const char *name) = (gethostbyname);
struct hostent *(*prove_gethostbyname2)(const char *name, int af) = (gethostbyname2);
struct hostent *(*prove_gethostbyaddr)(const void *addr, socklen_t len, int type) = (gethostbyaddr);
struct servent *(*prove_getservbyname)(const char *name, const char *proto) = (getservbyname);
struct servent *(*prove_getservbyport)(int port, const char *proto) = (getservbyport);
struct protoent *(*prove_getprotobyname)(const char *name) = (getprotobyname);
int (*prove_inet_pton)(int af, const char *cp, void *buf) = (inet_pton);
const char *(*prove_inet_ntop)(int af, const void *cp, char *buf, socklen_t len) = (inet_ntop);
int (*prove_inet_aton)(const char *cp, struct in_addr *inp) = (inet_aton);
in_addr_t (*prove_inet_addr)(const char *cp) = (inet_addr);
char *(*prove_inet_ntoa)(struct in_addr in) = (inet_ntoa);
uint16_t (*prove_htons)(uint16_t hostshort) = (htons);
uint32_t (*prove_htonl)(uint32_t hostlong) = (htonl);
uint16_t (*prove_ntohs)(uint16_t netshort) = (ntohs);
uint32_t (*prove_ntohl)(uint32_t netlong) = (ntohl);
unsigned int (*prove_if_nametoindex)(const char *ifname) = (if_nametoindex);
char *(*prove_if_indextoname)(unsigned int ifindex, char ifname[16]) = (if_indextoname);
int (*prove_getifaddrs)(struct ifaddrs **ifap) = (getifaddrs);
void (*prove_freeifaddrs)(struct ifaddrs *ifa) = (freeifaddrs);
struct if_nameindex *(*prove_if_nameindex)(void) = (if_nameindex);
void (*prove_if_freenameindex)(struct if_nameindex *ptr) = (if_freenameindex);
int (*prove_gethostbyname_r)(const char *name, struct hostent *result_buf, char *buf, size_t buflen, struct hostent **result, int *h_errnop) = (gethostbyname_r);
void (*prove_endhostent)(void) = (endhostent);
void (*prove_sethostent)(int stay_open) = (sethostent);
const char *(*prove_hstrerror)(int err_num) = (hstrerror);
void (*prove_herror)(const char *str) = (herror);
void prove_FD_ZERO(fd_set *set) { FD_ZERO(set); }
void prove_FD_SET(int fd, fd_set *set) { FD_SET(fd, set); }
void prove_FD_CLR(int fd, fd_set *set) { FD_CLR(fd, set); }
int prove_FD_ISSET(int fd, fd_set *set) { return FD_ISSET(fd, set); }
_Static_assert((long long)(AF_INET) == 2LL, "AF_INET");
_Static_assert((long long)(AF_INET6) == 10LL, "AF_INET6");
_Static_assert((long long)(AF_UNIX) == 1LL, "AF_UNIX");
_Static_assert((long long)(AF_UNSPEC) == 0LL, "AF_UNSPEC");
_Static_assert((long long)(AI_ADDRCONFIG) == 32LL, "AI_ADDRCONFIG");
_Static_assert((long long)(AI_CANONNAME) == 2LL, "AI_CANONNAME");
_Static_assert((long long)(AI_NUMERICHOST) == 4LL, "AI_NUMERICHOST");
_Static_assert((long long)(AI_PASSIVE) == 1LL, "AI_PASSIVE");
_Static_assert((long long)(EAI_AGAIN) == -3LL, "EAI_AGAIN");
_Static_assert((long long)(EAI_BADFLAGS) == -1LL, "EAI_BADFLAGS");
_Static_assert((long long)(EAI_FAIL) == -4LL, "EAI_FAIL");
_Static_assert((long long)(EAI_FAMILY) == -6LL, "EAI_FAMILY");
_Static_assert((long long)(EAI_MEMORY) == -10LL, "EAI_MEMORY");
_Static_assert((long long)(EAI_NONAME) == -2LL, "EAI_NONAME");
_Static_assert((long long)(EAI_OVERFLOW) == -12LL, "EAI_OVERFLOW");
_Static_assert((long long)(EAI_SERVICE) == -8LL, "EAI_SERVICE");
_Static_assert((long long)(EAI_SOCKTYPE) == -7LL, "EAI_SOCKTYPE");
_Static_assert((long long)(EAI_SYSTEM) == -11LL, "EAI_SYSTEM");
_Static_assert((long long)(EPOLLIN) == 1LL, "EPOLLIN");
_Static_assert((long long)(EPOLLOUT) == 4LL, "EPOLLOUT");
_Static_assert((long long)(EPOLL_CTL_ADD) == 1LL, "EPOLL_CTL_ADD");
_Static_assert((long long)(EPOLL_CTL_DEL) == 2LL, "EPOLL_CTL_DEL");
_Static_assert((long long)(EPOLL_CTL_MOD) == 3LL, "EPOLL_CTL_MOD");
_Static_assert((long long)(FD_SETSIZE) == 1024LL, "FD_SETSIZE");
_Static_assert((long long)(INADDR_ANY) == 0LL, "INADDR_ANY");
_Static_assert((long long)(INADDR_LOOPBACK) == 2130706433LL, "INADDR_LOOPBACK");
_Static_assert((long long)(INADDR_NONE) == 4294967295LL, "INADDR_NONE");
_Static_assert((long long)(INET6_ADDRSTRLEN) == 46LL, "INET6_ADDRSTRLEN");
_Static_assert((long long)(INET_ADDRSTRLEN) == 16LL, "INET_ADDRSTRLEN");
_Static_assert((long long)(IPPROTO_IP) == 0LL, "IPPROTO_IP");
_Static_assert((long long)(IPPROTO_IPV6) == 41LL, "IPPROTO_IPV6");
_Static_assert((long long)(IPPROTO_TCP) == 6LL, "IPPROTO_TCP");
_Static_assert((long long)(IPPROTO_UDP) == 17LL, "IPPROTO_UDP");
_Static_assert((long long)(IPV6_V6ONLY) == 26LL, "IPV6_V6ONLY");
_Static_assert((long long)(MSG_DONTWAIT) == 64LL, "MSG_DONTWAIT");
_Static_assert((long long)(MSG_NOSIGNAL) == 16384LL, "MSG_NOSIGNAL");
_Static_assert((long long)(MSG_PEEK) == 2LL, "MSG_PEEK");
_Static_assert((long long)(MSG_TRUNC) == 32LL, "MSG_TRUNC");
_Static_assert((long long)(MSG_WAITALL) == 256LL, "MSG_WAITALL");
_Static_assert((long long)(NI_MAXHOST) == 1025LL, "NI_MAXHOST");
_Static_assert((long long)(NI_MAXSERV) == 32LL, "NI_MAXSERV");
_Static_assert((long long)(NI_NUMERICHOST) == 1LL, "NI_NUMERICHOST");
_Static_assert((long long)(NI_NUMERICSERV) == 2LL, "NI_NUMERICSERV");
_Static_assert((long long)(PF_INET) == 2LL, "PF_INET");
_Static_assert((long long)(PF_INET6) == 10LL, "PF_INET6");
_Static_assert((long long)(PF_UNSPEC) == 0LL, "PF_UNSPEC");
_Static_assert((long long)(POLLERR) == 8LL, "POLLERR");
_Static_assert((long long)(POLLHUP) == 16LL, "POLLHUP");
_Static_assert((long long)(POLLIN) == 1LL, "POLLIN");
_Static_assert((long long)(POLLNVAL) == 32LL, "POLLNVAL");
_Static_assert((long long)(POLLOUT) == 4LL, "POLLOUT");
_Static_assert((long long)(SHUT_RD) == 0LL, "SHUT_RD");
_Static_assert((long long)(SHUT_RDWR) == 2LL, "SHUT_RDWR");
_Static_assert((long long)(SHUT_WR) == 1LL, "SHUT_WR");
_Static_assert((long long)(SOCK_CLOEXEC) == 524288LL, "SOCK_CLOEXEC");
_Static_assert((long long)(SOCK_DGRAM) == 2LL, "SOCK_DGRAM");
_Static_assert((long long)(SOCK_NONBLOCK) == 2048LL, "SOCK_NONBLOCK");
_Static_assert((long long)(SOCK_RAW) == 3LL, "SOCK_RAW");
_Static_assert((long long)(SOCK_STREAM) == 1LL, "SOCK_STREAM");
_Static_assert((long long)(SOL_SOCKET) == 1LL, "SOL_SOCKET");
_Static_assert((long long)(SOMAXCONN) == 4096LL, "SOMAXCONN");
_Static_assert((long long)(SO_BROADCAST) == 6LL, "SO_BROADCAST");
_Static_assert((long long)(SO_ERROR) == 4LL, "SO_ERROR");
_Static_assert((long long)(SO_KEEPALIVE) == 9LL, "SO_KEEPALIVE");
_Static_assert((long long)(SO_RCVBUF) == 8LL, "SO_RCVBUF");
_Static_assert((long long)(SO_RCVTIMEO) == 20LL, "SO_RCVTIMEO");
_Static_assert((long long)(SO_REUSEADDR) == 2LL, "SO_REUSEADDR");
_Static_assert((long long)(SO_REUSEPORT) == 15LL, "SO_REUSEPORT");
_Static_assert((long long)(SO_SNDBUF) == 7LL, "SO_SNDBUF");
_Static_assert((long long)(SO_SNDTIMEO) == 21LL, "SO_SNDTIMEO");
_Static_assert((long long)(SO_TYPE) == 3LL, "SO_TYPE");
int main(void) { return 0; }
