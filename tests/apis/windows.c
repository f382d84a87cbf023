/* Proves data/apis/windows.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#if defined(_WIN32)
#include <winsock2.h>
#include <windows.h>
#include <wincrypt.h>
#include <bcrypt.h>

int (*prove_WSAStartup)(WORD wVersionRequested, LPWSADATA lpWSAData) = (WSAStartup);
int (*prove_WSACleanup)(void) = (WSACleanup);
int (*prove_WSAGetLastError)(void) = (WSAGetLastError);
void (*prove_WSASetLastError)(int iError) = (WSASetLastError);
int (*prove_closesocket)(SOCKET s) = (closesocket);
int (*prove_ioctlsocket)(SOCKET s, long cmd, u_long *argp) = (ioctlsocket);
BOOL (*prove_CryptGenRandom)(HCRYPTPROV hProv, DWORD dwLen, BYTE *pbBuffer) = (CryptGenRandom);
NTSTATUS (*prove_BCryptGenRandom)(BCRYPT_ALG_HANDLE hAlgorithm, PUCHAR pbBuffer, ULONG cbBuffer, ULONG dwFlags) = (BCryptGenRandom);
PVOID prove_SecureZeroMemory(PVOID ptr, SIZE_T cnt) { return SecureZeroMemory(ptr, cnt); }
BOOL (*prove_CloseHandle)(HANDLE hObject) = (CloseHandle);
DWORD (*prove_GetLastError)(void) = (GetLastError);
_Static_assert((long long)(INVALID_SOCKET) == -1LL, "INVALID_SOCKET");
_Static_assert((long long)(SOCKET_ERROR) == -1LL, "SOCKET_ERROR");
_Static_assert((long long)(WSAEWOULDBLOCK) == 10035LL, "WSAEWOULDBLOCK");
_Static_assert((long long)(WSAEINTR) == 10004LL, "WSAEINTR");
_Static_assert((long long)(WSAECONNRESET) == 10054LL, "WSAECONNRESET");
_Static_assert((long long)(WSAEINPROGRESS) == 10036LL, "WSAEINPROGRESS");
_Static_assert((long long)(WSAEMSGSIZE) == 10040LL, "WSAEMSGSIZE");
#endif
int main(void) { return 0; }
