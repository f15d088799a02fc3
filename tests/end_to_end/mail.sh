#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Digests, sent to a real mail server on this machine and read as a mail program would: to whom, with what, how often,
# and what happens where the server is down, refuses somebody, or is not who it says.
. "$(dirname "$0")/setup.sh"

office waiting "$scratch/office"
place="$scratch/office"
box="$scratch/box"
mkdir "$box"
: > "$box/refused"
server=
stop_server() { [ -z "$server" ] || { kill "$server" && wait "$server" || true; } 2> /dev/null; server=; rm -f "$box/port"; }
trap 'stop_server; rm -rf "$scratch"' EXIT
# start_server [options of mail_server.py]: its port in `port`
start_server() {
  stop_server
  /usr/bin/python3 "$root/tests/end_to_end/mail_server.py" "$box" "$@" 2> "$scratch/server.log" &
  server=$!
  local tries=0
  until [ -s "$box/port" ]; do
    tries=$((tries + 1)); [ $tries -lt 200 ] || { cat "$scratch/server.log" >&2; echo 'the mail server did not start' >&2; exit 1; }
    sleep 0.05
  done
  port=$(cat "$box/port")
}
letters() { (cd "$box" && ls -- *.eml 2> /dev/null | wc -l); }
empty_box() { rm -f "$box"/*.eml "$box"/*.how; }
# with_server ATTRIBUTES: workspace.xml in force names it; its members have other names in the office
version=0
with_server() {
  version=$((version + 1))
  sed -i '/<mail /d; /<member /,/<[/]member>/d' "$place/workspace/workspace.xml"
  sed -i "s,</workspace>,  <mail from=\"qualite@example.org\" $1/>\n</workspace>," "$place/workspace/workspace.xml"
  as admin "$place" workspace draft > /dev/null
  as sophie "$place" workspace accept --from 2026-07-01 --reason "$version" > /dev/null
}
# read_letter FILE PART: header, text or html, decoded by Python's own reader
read_letter() {
  /usr/bin/python3 - "$1" "$2" <<'PYTHON'
import email, email.policy, sys
letter = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
assert letter.get_content_type() == "multipart/alternative", letter.get_content_type()
assert not letter.defects, letter.defects
kinds = {"text": "plain", "html": "html"}
part = sys.argv[2]
if part in kinds:
    print(letter.get_body((kinds[part],)).get_content())
else:
    print(letter[part].addresses[0].addr_spec if part == "To" else letter[part])
PYTHON
}

# --- who gets what -----------------------------------------------------------------------------------------------------
start_server
with_server "host=\"localhost\" port=\"$port\" starttls=\"no\""
as luc "$place" account address luc --mail luc@example.org > /dev/null
as nadia "$place" account address nadia --mail nadia@example.org > /dev/null
as admin "$place" account address malik --mail malik@example.org > /dev/null
clock=2026-10-02T02:30
ends 'the night is done' 0 as admin "$place" nightly
equal 'the two controllers have a letter, nobody else' '001-luc@example.org.eml 002-nadia@example.org.eml' "$(cd "$box" && echo *.eml)"
letter="$box/001-luc@example.org.eml"
read_letter "$letter" Subject > "$scratch/subject"
read_letter "$letter" text > "$scratch/text"
read_letter "$letter" html > "$scratch/html"
says 'the subject counts, in French' "$scratch/subject" '^Cadran.: [0-9]+ choses? à faire, dont [0-9]+ en retard$'
equal 'the sender is the organisation' 'Mutuelle des Trois Rivières <qualite@example.org>' "$(read_letter "$letter" From)"
equal 'it is to one person' 'luc@example.org' "$(read_letter "$letter" To)"
for form in text html; do
  says "the $form has its accents" "$scratch/$form" 'Voici ce qui vous attend à Mutuelle des Trois Rivières'
  says "the $form has the next command" "$scratch/$form" 'cadran worklist list --control claims/over-threshold'
  says "the $form says that it is simulated" "$scratch/$form" 'simulation'
  says "the $form says how to get it no more" "$scratch/$form" 'cadran account address luc --digest never'
done
equal 'on the wire all is seven bits' 0 "$(LC_ALL=C grep -c -P '[\x80-\xff]' "$letter" || true)"

# --- how often ---------------------------------------------------------------------------------------------------------
as admin "$place" nightly > "$scratch/again" 2>&1
equal 'a second run sends nothing' 2 "$(letters)"
clock=2026-10-03T02:30
as luc "$place" account address luc --digest never > /dev/null
ends 'the next night' 0 as admin "$place" nightly
equal 'who opted out has none, the other has the next' '001-luc@example.org.eml 002-nadia@example.org.eml 003-nadia@example.org.eml' "$(cd "$box" && echo *.eml)"
as luc "$place" account address luc --digest daily > /dev/null
clock=2026-10-04T02:30
ends 'a night without mail' 0 as admin "$place" nightly --no-mail
equal 'sends none' 3 "$(letters)"
with_server "host=\"localhost\" port=\"$port\" starttls=\"no\" language=\"en\""
empty_box
ends 'a night in English' 0 as admin "$place" nightly
says 'has an English subject' <(read_letter "$box"/*-luc@example.org.eml Subject) '^Cadran: [0-9]+ things? to do, [0-9]+ overdue$'

# --- what goes wrong ---------------------------------------------------------------------------------------------------
clock=2026-10-05T02:30
empty_box
echo luc@example.org > "$box/refused"
ends 'one recipient is refused' 5 as admin "$place" nightly
says 'it says whose and why' "$scratch/printed" 'digest of luc .*550.*no such mailbox'
equal 'the other has the letter' nadia@example.org "$(read_letter "$box"/*.eml To)"
: > "$box/refused"
ends 'the next run' 0 as admin "$place" nightly
equal 'sends what was refused, and that alone' 2 "$(letters)"
clock=2026-10-06T02:30
empty_box
stop_server
ends 'the server is down' 5 as admin "$place" nightly
says 'it says which, and how many wait' "$scratch/printed" 'localhost takes no mail .*2 digests did not leave'
start_server
with_server "host=\"localhost\" port=\"$port\" starttls=\"no\""
ends 'once it is up again' 0 as admin "$place" nightly
equal 'both letters leave' 2 "$(letters)"
ends 'the journal holds' 0 as sophie "$place" journal verify
as sophie "$place" journal list --format json > "$scratch/journal"
says 'it tells of addresses and digests' "$scratch/journal" 'account.digest'
equal 'and names none' 0 "$(grep -c example.org "$scratch/journal" || true)"

# --- encrypted, signed in, and with whom -------------------------------------------------------------------------------
certificate() {  # NAME HOST: a certificate that is its own authority
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$2" -addext "subjectAltName=DNS:$2" \
    -keyout "$scratch/$1.key" -out "$scratch/$1.pem" 2> /dev/null
}
certificate good localhost
certificate other mail.example.net
printf 'le mot de passe\n' > "$scratch/password"
export CADRAN_SMTP_PASSWORD_FILE="$scratch/password"
signing=(--user cadran --password 'le mot de passe')
# night CERTIFICATE CODE WHAT: a night of its own with the server under that certificate, trusting the good one
day=6
night() {
  day=$((day + 1)); clock=2026-10-$(printf %02d $day)T02:30
  empty_box
  start_server --tls "$scratch/$1.pem" "$scratch/$1.key" "${signing[@]}"
  with_server "host=\"localhost\" port=\"$port\" user=\"cadran\""
  ends "$3" "$2" env SSL_CERT_FILE="$scratch/${4:-good}.pem" bash -c '"$@"' _ "$cadran" nightly --workspace "$place/workspace" --lang en --now "$clock"
}
export XDG_DATA_HOME="$place/home"
night good 0 'a server that proves who it is'
equal 'has both letters, encrypted and signed in' 'tls signed-in' "$(sort -u "$box"/*.how)"
equal 'both' 2 "$(letters)"
night other 5 'a server under another name'
equal 'has nothing' 0 "$(letters)"
night other 5 'a server under another name that is trusted for it' other
equal 'has nothing either' 0 "$(letters)"
night good 5 'a server that nobody vouches for' other
equal 'has nothing' 0 "$(letters)"
echo wrong > "$scratch/password"
night good 5 'a wrong password'
says 'is said' "$scratch/printed" 'localhost takes no mail'
equal 'nothing was sent' 0 "$(letters)"
unset CADRAN_SMTP_PASSWORD_FILE
night good 5 'no password at all'
says 'says where it is looked for' "$scratch/printed" CADRAN_SMTP_PASSWORD_FILE
mkdir "$scratch/credentials"
printf 'le mot de passe\n' > "$scratch/credentials/smtp-password"
export CREDENTIALS_DIRECTORY="$scratch/credentials"
night good 0 'a password that systemd hands over'
equal 'serves as well' 2 "$(letters)"
printf 'le mot de passe\n' > "$scratch/password"
export CADRAN_SMTP_PASSWORD_FILE="$scratch/password"
# A server that offers no encryption, where it was asked for, is told neither password nor letter.
clock=2026-10-20T02:30
empty_box
start_server
with_server "host=\"localhost\" port=\"$port\""
ends 'a server without encryption' 5 "$cadran" nightly --workspace "$place/workspace" --lang en --now "$clock"
equal 'has nothing' 0 "$(letters)"

# --- several at once ---------------------------------------------------------------------------------------------------
clock=2026-10-21T02:30
empty_box
with_server "host=\"localhost\" port=\"$port\" starttls=\"no\""
runs=()
for run in 1 2 3 4; do
  { code=0; as admin "$place" nightly > "$scratch/night-$run" 2>&1 || code=$?; echo "$code" > "$scratch/code-$run"; } &
  runs+=($!)
done
wait "${runs[@]}"
equal 'of four nights at once each sends nothing that another sent' 2 "$(letters)"
equal 'they did it all or did nothing' 0 "$(cat "$scratch"/code-? | grep -vc '^[04]$' || true)"
bash -c 'exec 9>> "$1"; flock 9; exec sleep 100' _ "$place/workspace/nightly.lock" &
holder=$!
until ! flock --nonblock "$place/workspace/nightly.lock" true; do sleep 0.05; done
ends 'a night while another is under way' 4 as admin "$place" nightly
says 'says so' "$scratch/printed" 'another nightly run is under way'
kill -KILL "$holder"
wait "$holder" 2> /dev/null || true
ends 'the night after one that was killed' 0 as admin "$place" nightly
finish
