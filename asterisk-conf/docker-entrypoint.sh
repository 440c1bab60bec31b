#!/bin/sh
# Before Asterisk starts: the first start makes the ARI password, every start writes the user that has it.
# The password stands in a volume that only Asterisk and Denwaban mount, never in an image or a repository.
set -eu
umask 027

password_file=/var/lib/denwaban-ari/password
if [ ! -s "$password_file" ]; then
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' > "$password_file.new"
  chgrp denwaban-ari "$password_file.new"
  mv "$password_file.new" "$password_file"
fi

cat > /run/asterisk/ari-user.conf <<CONF
[denwaban]
type = user
read_only = no
password_format = plain
password = $(cat "$password_file")
CONF

exec "$@"
