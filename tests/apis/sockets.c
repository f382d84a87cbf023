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
int main(void) { return 0; }
