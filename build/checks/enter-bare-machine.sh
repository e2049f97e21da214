#!/bin/sh
# enter-bare-machine.sh machine|chroot FOLDER COMMAND...: runs in namespaces of its own, so no mount outlives it.
set -e
way=$1
root=$2
shift 2
mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
if [ "$way" = chroot ]; then
  for node in null zero full random urandom tty; do
    test -e "$root/dev/$node" || cp -a "/dev/$node" "$root/dev/$node"
  done
  exec chroot "$root" "$@"
fi
mount -t tmpfs tmpfs "$root/dev"
for node in null zero full random urandom tty; do cp -a "/dev/$node" "$root/dev/$node"; done
ln -s /proc/self/fd "$root/dev/fd"
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t sysfs -o ro sysfs "$root/sys"
mkdir -p "$root/old"
cd "$root"
# Not chroot: inside one the kernel allows no user namespaces, and Chromium's sandbox is made of them.
pivot_root . old
cd /
umount -l /old
exec "$@"
