#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Who may come in: invited, with a password typed unseen or kept in a file, suspended and back, with tokens that end; and
# nothing of it can be read out of the store or out of a backup of it.
. "$(dirname "$0")/setup.sh"

place="$scratch/office"
mkdir -p "$place/tokens"
clock=2026-07-01T09:00
XDG_DATA_HOME="$place/home" "$cadran" init "$place/workspace" --sample --account admin --now "$clock" > /dev/null
invite "$place" luc --person Luc --role controller > /dev/null
token=$(cat "$place/tokens/luc")

# --- a password, from the invitation on ----------------------------------------------------------------------------------
ends 'an administrator invites' 0 as admin "$place" account invite luc --code-file "$place/code"
equal 'the code is for its owner' 600 "$(stat -c %a "$place/code")"
printf 'Luc 2026\n' > "$place/short"
printf 'quatre chats gris dorment\n' > "$place/first"
set_password() { XDG_DATA_HOME="$place/home" "$cadran" account password --code-file "$place/code" --password-file "$1" --workspace "$place/workspace" --lang en --now "$clock"; }
ends 'a password that breaks the rules is refused' 2 set_password "$place/short"
says 'and why' "$scratch/printed" 'at least 12 characters'
ends 'the invitation is still good' 0 set_password "$place/first"
ends 'it serves once' 3 set_password "$place/first"

# typed WORDS…: at a terminal, what is typed where a line asks for it; prints all that could be seen there
typed() {
  XDG_DATA_HOME="$place/home" python3 - "$cadran" "$place/workspace" "$clock" "$place/tokens/luc" "$@" <<'END'
import os, pty, sys
cadran, workspace, clock, token, *answers = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.execv(cadran, [cadran, "account", "password", "--workspace", workspace, "--now", clock, "--lang", "en", "--token-file", token])
seen = b""
for answer in answers:
    while not seen.endswith(b": "):
        seen += os.read(terminal, 1024)
    os.write(terminal, answer.encode() + b"\n")
    seen += b"\n"
try:
    while block := os.read(terminal, 1024):
        seen += block
except OSError:
    pass
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
END
}
ends 'the old password is asked for' 3 typed 'not the old one' 'sept canards bleus nagent' 'sept canards bleus nagent'
says 'and was wrong' "$scratch/printed" 'the old password is wrong'
ends 'two different new ones are refused' 2 typed 'quatre chats gris dorment' 'sept canards bleus nagent' 'sept canards verts nagent'
ends 'the new one is taken' 0 typed 'quatre chats gris dorment' 'sept canards bleus nagent' 'sept canards bleus nagent'
equal 'nothing that is typed is shown' '' "$(grep -E 'chats|canards' "$scratch/printed")"
ends 'without a terminal it says so' 2 setsid -w "$cadran" account password --workspace "$place/workspace" --now "$clock" --lang en --token-file "$place/tokens/luc" < /dev/null

# --- suspended and back ---------------------------------------------------------------------------------------------------
ends 'an account is suspended' 0 as admin "$place" account suspend luc
ends 'its token acts no more' 3 as luc "$place" token list
says 'and why' "$scratch/printed" 'suspended'
ends 'which the list shows' 0 as admin "$place" account list --format csv
says 'with the password' "$scratch/printed" '^luc,Luc,.*,true,false,true'
ends 'nobody suspends themself' 3 as admin "$place" account suspend admin
ends 'it is resumed' 0 as admin "$place" account resume luc
ends 'its token acts again' 0 as luc "$place" token list

# --- tokens -----------------------------------------------------------------------------------------------------------------
ends 'a token for a program' 0 as luc "$place" token create "$place/tokens/program" --name 'Night' --days 30
equal 'the token is for its owner' 600 "$(stat -c %a "$place/tokens/program")"
ends 'it acts' 0 as program "$place" worklist list
ends 'a token for a calendar' 0 as luc "$place" token create "$place/tokens/calendar" --name 'Phone' --calendar
ends 'which acts as nobody' 3 as calendar "$place" worklist list
ends 'both are listed' 0 as luc "$place" token list --format csv
equal 'with the first one' 4 "$(wc -l < "$scratch/printed")"
ends 'an administrator revokes one' 0 as admin "$place" token revoke Night --account luc
ends 'and it acts no more' 3 as program "$place" worklist list
clock=2027-07-03T09:00
ends 'no token of a program is for ever' 2 as luc "$place" token create "$place/tokens/x" --name 'For ever'

# --- what a thief of the store finds -----------------------------------------------------------------------------------------
ends 'the journal is whole' 0 as admin "$place" journal verify
ends 'a backup' 0 as admin "$place" backup "$scratch/backup"
for secret in "$token" "$(cat "$place/code")" "$(cat "$place/tokens/calendar")" 'canards bleus' 'quatre chats'; do
  equal "nowhere in the workspace or its backup: $secret" '' "$(grep -rl -- "$secret" "$place/workspace" "$scratch/backup" || true)"
done
finish
