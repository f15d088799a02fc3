#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A served workspace as an administrator installs it: the service as systemd reads it, and a real nginx before it with
# the configuration that we hand out, but for its names and ports.
. "$(dirname "$0")/setup.sh"

# --- the service -----------------------------------------------------------------------------------------------------
units="$root/packaging/systemd"
instance="cadran-serve@$(systemd-escape --path "/srv/cadran/la qualité").service"
mkdir "$scratch/units"
sed "s,^ExecStart=/usr/bin/cadran,ExecStart=/bin/true," "$units/cadran-serve@.service" > "$scratch/units/$instance"
in_units() { (cd "$scratch/units" && "$@"); }
ends 'systemd reads the service' 0 in_units systemd-analyze verify --man=no "./$instance"
equal 'and has nothing to say' '' "$(grep cadran "$scratch/printed" || true)"
ends 'the service is confined' 0 in_units systemd-analyze security --offline=true --threshold=20 "./$instance"

# --- the workspace and the proxy ---------------------------------------------------------------------------------------
place="$scratch/bureau"
office waiting "$place"
as admin "$place" account add anne --person 'Anne Delorme' --role controller --code-file "$place/anne.code" > /dev/null

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
inner=$(free_port); outer=$(free_port); plain=$(free_port)
log="$scratch/serve.log"; : > "$log"
XDG_DATA_HOME="$place/home" "$cadran" serve --port "$inner" --behind-proxy --workspace "$place/workspace" --lang en \
  --now "$clock" > "$log" 2>&1 &
server=$!
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -keyout "$scratch/key.pem" -out "$scratch/cert.pem" -days 2 2> /dev/null
mkdir "$scratch/nginx"
sed -e "s,listen 443,listen 127.0.0.1:$outer,; s,listen 80,listen 127.0.0.1:$plain,; /listen \[::\]/d" \
  -e "s,quality.example.org;,localhost;,; s,127.0.0.1:8413,127.0.0.1:$inner," \
  -e "s,/etc/ssl/certs/.*;,\"$scratch/cert.pem\";,; s,/etc/ssl/private/.*;,\"$scratch/key.pem\";," \
  "$root/packaging/nginx/cadran.conf" > "$scratch/nginx/cadran.conf"
cat > "$scratch/nginx/nginx.conf" << EOF
daemon off;
pid "$scratch/nginx/pid";
error_log "$scratch/nginx/error.log";
events {}
http {
  access_log off;
  client_body_temp_path "$scratch/nginx/body"; proxy_temp_path "$scratch/nginx/proxy"; fastcgi_temp_path "$scratch/nginx/f";
  uwsgi_temp_path "$scratch/nginx/u"; scgi_temp_path "$scratch/nginx/s";
  include "$scratch/nginx/cadran.conf";
}
EOF
nginx -c "$scratch/nginx/nginx.conf" -e "$scratch/nginx/error.log" &
proxy=$!
trap 'kill "$server" "$proxy" 2>/dev/null || true; rm -rf "$scratch"' EXIT
site="https://localhost:$outer"
ask() { curl -sS --cacert "$scratch/cert.pem" -b "$scratch/jar" -c "$scratch/jar" -D "$scratch/head" -o "$scratch/page" -w '%{http_code}' "$@"; }
for _ in $(seq 100); do grep -q 'answers at' "$log" && [ "$(ask "$site/sign-in" 2> /dev/null)" = 200 ] && break; sleep 0.1; done

# --- through it ------------------------------------------------------------------------------------------------------
equal 'plain HTTP leads to TLS' "301 https://localhost/worklist" \
  "$(curl -sS -o "$scratch/page" -w '%{http_code} %{redirect_url}' -H 'Host: localhost' "http://127.0.0.1:$plain/worklist")"
equal 'the door is open' 200 "$(ask "$site/invitation")"
says 'browsers come back by TLS' "$scratch/head" '^Strict-Transport-Security: '
token() { sed -n 's/.*name="form_token" value="\([0-9a-f]*\)".*/\1/p' "$scratch/page" | head -n 1; }
equal 'a form of another site is none' 403 \
  "$(ask -H 'Origin: https://evil.example' -d "form_token=$(token)" "$site/invitation")"
equal 'the door is open still' 200 "$(ask "$site/invitation")"
equal 'an invitation lets in, as a browser sends it' 303 \
  "$(ask -H "Origin: $site" -H 'Sec-Fetch-Site: same-origin' --data-urlencode "form_token=$(token)" \
    --data-urlencode "code=$(cat "$place/anne.code")" --data-urlencode 'password=the river runs below' \
    --data-urlencode 'again=the river runs below' "$site/invitation")"
says 'with a cookie for TLS alone' "$scratch/head" '^Set-Cookie: .*; Secure'
equal 'and there is work' 200 "$(ask "$site/worklist")"
says 'to be done' "$scratch/page" 'href="/worklist/F-[0-9a-f]{16}"'
equal 'another name is refused' 421 "$(ask -H 'Host: evil.example' "$site/")"
equal 'what is too large is refused' 413 "$(head -c 2000000 /dev/zero | ask -H "Origin: $site" --data-binary @- "$site/invitation")"

kill -TERM "$server"
code=0; wait "$server" || code=$?
equal 'it stops when it is told to' 0 "$code"
equal 'and the proxy says so' 502 "$(ask "$site/")"
finish
