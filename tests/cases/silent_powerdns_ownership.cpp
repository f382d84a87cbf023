/*
 * Who owns what in PowerDNS 4.7, reduced: descriptors in a class that closes them, exceptions that leave
 * a block before a release and not behind it, pointers that are swapped into a tree or sent through a
 * pipe, names that speak of closing and close nothing, a program that execvp replaces.
 */
#include <memory>
#include <stdexcept>
#include <string>

extern "C" {
int close(int fd);
int dup(int fd);
int open(const char *path, int flags, ...);
int socket(int domain, int type, int protocol);
int execvp(const char *file, char *const argv[]);
int fork(void);
char *strdup(const char *text);
int fcntl(int fd, int command, ...);
void _exit(int status);
}

struct Failure {
    const char *what() const;
};
struct Node {
    explicit Node(int key);
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;
    int bits;
};
struct Factory {
    Factory();
};
struct Makers {
    void report(Factory *factory);
};
Makers &makers();
void watch(int fd);
void forget(int fd);
void warn(const char *text);

class Descriptor {
public:
    Descriptor() {}
    Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor &&other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
    ~Descriptor() { reset(); }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        reset();
        fd_ = other.fd_;
        other.fd_ = -1;
        return *this;
    }
    int get() const { return fd_; }
    void reset()
    {
        if (fd_ >= 0)
            close(fd_);
        fd_ = -1;
    }

private:
    int fd_ = -1;
};

class Address {
public:
    Address() {}
    explicit Address(const std::string &text)
    {
        if (text.empty())
            throw std::runtime_error("no address");
    }
    int family = 0;
};

bool closed_by_its_class()
{
    Descriptor input(open("/dev/tty", 0));
    if (input.get() == -1)
        input = Descriptor(dup(0));
    auto output = Descriptor(open("/dev/tty", 1));
    return input.get() >= 0 && output.get() >= 0;
}

void watched_on_trial()
{
    int fd = socket(2, 2, 0);
    if (fd < 0)
        return;
    try {
        watch(fd);
        forget(fd);
        close(fd);
        return;
    } catch (const Failure &failure) {
        warn(failure.what());
        close(fd);
        throw;
    }
}

Node *swapped_into_the_tree(std::unique_ptr<Node> &place, int key, int bits)
{
    Node *made = new Node(key);
    made->bits = bits;
    std::unique_ptr<Node> child(made);
    std::swap(place, child);
    std::swap(made->left, child);
    return made;
}

static void set_close_on_exec(int fd)
{
    int flags = fcntl(fd, 1);
    if (flags >= 0)
        (void)fcntl(fd, 2, flags | 1);
}

int named_like_a_release()
{
    int fd = socket(2, 1, 0);
    if (fd < 0)
        return -1;
    set_close_on_exec(fd);
    if (fcntl(fd, 4, 2048) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

void reported_to_whom_keeps_it()
{
    makers().report(new Factory());
}

struct Pipe {
    std::unique_ptr<Node> current;
    void send(int fd);
};
void write_pointer(int fd, const void *pointer);

void Pipe::send(int fd)
{
    Node *sent = current.get();
    write_pointer(fd, &sent);
    static_cast<void>(current.release());
    current = std::make_unique<Node>(0);
}

void replaced_by_a_program(char **arguments)
{
    for (;;) {
        if (fork() == 0) {
            char *program = strdup(arguments[0]);
            if (!program || execvp(program, arguments) < 0)
                _exit(1);
        }
        watch(0);
    }
}

bool no_overload_that_throws(int family)
{
    int fd = socket(family, 2, 0);
    if (fd < 0)
        return false;
    Address local;
    local.family = family;
    bool same = local.family == 2;
    close(fd);
    return same;
}
