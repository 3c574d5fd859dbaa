#if os(Linux)
  import Foundation
  import Testing

  /// A library that stands between the program and the system: a file system that knows neither hard links nor files
  /// without names, as that of memory cards; and a disk that is full after so many bytes.
  enum FileSystemDouble {
    private static let source = """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <fcntl.h>
      #include <stdarg.h>
      #include <stdlib.h>
      #include <sys/stat.h>
      #include <unistd.h>

      int link(const char *a, const char *b) { errno = EPERM; return -1; }
      int linkat(int a, const char *b, int c, const char *d, int e) { errno = EPERM; return -1; }

      #define OPEN(name) \\
        int name(const char *path, int flags, ...) { \\
          va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \\
          if ((flags & O_TMPFILE) == O_TMPFILE) { errno = EOPNOTSUPP; return -1; } \\
          return ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name))(path, flags, mode); \\
        }
      OPEN(open)
      OPEN(open64)

      /* How much of it there is room for; -1 for none. */
      static ssize_t room(int file, size_t count) {
        static long left = -1;
        struct stat status;
        if (left == -1) left = getenv("ROOM") ? atol(getenv("ROOM")) : -2;
        if (left == -2 || file <= 2 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return count;
        if (left <= 0) { errno = ENOSPC; return -1; }
        if ((long)count > left) count = left;
        left -= count;
        return count;
      }

      ssize_t write(int file, const void *bytes, size_t count) {
        ssize_t some = room(file, count);
        return some < 0 ? some : ((ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(file, bytes, some);
      }

      ssize_t sendfile(int to, int from, off_t *place, size_t count) {
        ssize_t some = room(to, count);
        return some < 0 ? some : ((ssize_t (*)(int, int, off_t *, size_t))dlsym(RTLD_NEXT, "sendfile"))(to, from, place, some);
      }
      """

    /// Puts `double.so` into the folder of a program.
    static func make(for program: Program) throws {
      try program.write(source, to: "double.c")
      let compiled = try program.shell(
        "${CC:-cc} -shared -fPIC -w -o double.so double.c -ldl || clang -shared -fPIC -w -o double.so double.c -ldl")
      try #require(compiled.code == 0, "a C compiler is needed: \(compiled.err)")
      try FileManager.default.removeItem(at: program.folder.appending(path: "double.c"))
    }
  }
#endif
