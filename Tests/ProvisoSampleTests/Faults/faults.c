// What a bad disk, a signal, or somebody else at work on the same files does to one process: loaded before the system's own library.
//
//   FAULT       what happens, see below
//   FAULT_NAME  the end of the paths that it happens to
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

static int is(const char *fault) {
  const char *value = getenv("FAULT");
  return value && strcmp(value, fault) == 0;
}

static int ends(const char *path) {
  const char *name = getenv("FAULT_NAME");
  if (!name) return 0;
  size_t length = strlen(path), end = strlen(name);
  return length >= end && strcmp(path + length - end, name) == 0;
}

static int named(int descriptor, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return ends(path);
}

static int fail(int code) {
  errno = code;
  return -1;
}

// Once a process: what was done cannot be done again.
static int once(void) {
  static int done;
  return __sync_bool_compare_and_swap(&done, 0, 1);
}

// Every other call.
static int now_and_then(void) {
  static int calls;
  return __sync_fetch_and_add(&calls, 1) % 2 == 0;
}

static int opened(int base, const char *path, int flags, mode_t mode) {
  int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, "openat");
  if (is("interrupted") && now_and_then()) return fail(EINTR);
  if ((flags & O_CREAT) && is("read-only")) return fail(EROFS);
  if (ends(path)) {
    if (is("open-eio")) return fail(EIO);
    if (is("open-eacces")) return fail(EACCES);
    if (is("open-emfile")) return fail(EMFILE);
    if (is("vanishes") && once()) unlinkat(base, path, 0);
    if (is("becomes-pipe") && once()) {
      unlinkat(base, path, 0);
      mkfifoat(base, path, 0600);
    }
    if (is("becomes-folder") && once()) {
      unlinkat(base, path, 0);
      mkdirat(base, path, 0700);
    }
    if (is("becomes-link") && once()) {
      unlinkat(base, path, 0);
      symlinkat("/etc/passwd", base, path);
    }
  }
  return real(base, path, flags, mode);
}

int openat(int base, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, int) : 0;
  va_end(list);
  return opened(base, path, flags, mode);
}

int openat64(int base, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, int) : 0;
  va_end(list);
  return opened(base, path, flags, mode);
}

static ssize_t taken(int descriptor, void *bytes, size_t count, off_t offset) {
  ssize_t (*real)(int, void *, size_t, off_t) = dlsym(RTLD_NEXT, "pread");
  char path[PATH_MAX];
  if (is("interrupted") && now_and_then()) return fail(EINTR);
  if (is("trickles")) count = count ? 1 : 0;
  if (getenv("FAULT_NAME") && named(descriptor, path)) {
    struct stat status;
    if (is("read-eio")) return fail(EIO);
    if (is("read-eio-later") && offset > 0) return fail(EIO);
    if (is("shrinks") && once() && stat(path, &status) == 0) truncate(path, status.st_size / 2);
    if (is("grows") && once()) {
      int file = open(path, O_WRONLY | O_APPEND);
      write(file, "\nAutoModel.from_pretrained('Qwen/Qwen3-8B')\n", 44);
      close(file);
    }
  }
  return real(descriptor, bytes, count, offset);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  return taken(descriptor, bytes, count, offset);
}

ssize_t pread64(int descriptor, void *bytes, size_t count, off_t offset) {
  return taken(descriptor, bytes, count, offset);
}

static struct dirent *listed(DIR *folder, const char *symbol) {
  struct dirent *(*real)(DIR *) = dlsym(RTLD_NEXT, symbol);
  char path[PATH_MAX];
  if (is("list-eio") && named(dirfd(folder), path)) {
    errno = EIO;
    return NULL;
  }
  return real(folder);
}

struct dirent *readdir(DIR *folder) { return listed(folder, "readdir"); }

ssize_t write(int descriptor, const void *bytes, size_t count) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  char path[PATH_MAX];
  if (is("interrupted") && now_and_then()) return fail(EINTR);
  if (is("trickles") && count > 7) count = 7;
  if (descriptor > 2 && named(descriptor, path)) {
    if (is("write-enospc")) return lseek(descriptor, 0, SEEK_CUR) >= 100 ? fail(ENOSPC) : real(descriptor, bytes, count < 100 ? count : 100);
    if (is("killed")) {
      real(descriptor, bytes, count < 100 ? count : 100);
      // To the process: this thread may block it.
      kill(getpid(), SIGTERM);
      for (;;) pause();
    }
  }
  return real(descriptor, bytes, count);
}

int fsync(int descriptor) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  char path[PATH_MAX];
  return is("sync-eio") && named(descriptor, path) ? fail(EIO) : real(descriptor);
}

int renameat(int from, const char *old, int to, const char *new) {
  int (*real)(int, const char *, int, const char *) = dlsym(RTLD_NEXT, "renameat");
  return is("rename-eio") && ends(new) ? fail(EIO) : real(from, old, to, new);
}

int clock_gettime(clockid_t clock, struct timespec *when) {
  static long seconds = 1800000000;
  if (!is("backwards")) {
    int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
    return real(clock, when);
  }
  when->tv_sec = __sync_sub_and_fetch(&seconds, 3600);
  when->tv_nsec = 0;
  return 0;
}

time_t time(time_t *when) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (when) *when = now.tv_sec;
  return now.tv_sec;
}
