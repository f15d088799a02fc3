#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What is due, as a calendar of another program reads it.
. "$(dirname "$0")/setup.sh"

office waiting "$scratch/office"
place="$scratch/office"
clock=2026-10-05T09:00
as luc "$place" action propose pay-benefits --level sector --what 'Relire, puis former; voir \ « annexe »' --kind correction --owner luc --due 2026-10-20 > /dev/null
# read_calendar FILE: a line for each event: uid, day, summary
read_calendar() {
  /usr/bin/python3 - "$1" <<'PYTHON'
import datetime, sys
from icalendar import Calendar
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
for event in calendar.walk("VEVENT"):
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    assert type(start) is datetime.date and end - start == datetime.timedelta(days=1), (start, end)
    assert event["DTSTAMP"].dt.tzinfo is not None
    assert event["CATEGORIES"].to_ical()
    print(event["UID"], start, event["SUMMARY"], event["DESCRIPTION"].replace("\n", " | "), sep="\t")
PYTHON
}
of_action() { read_calendar "$1" | grep -F 'Relire'; }

ends 'everybody’s calendar is written' 0 as sophie "$place" export calendar --everybody --to "$scratch/all.ics"
read_calendar "$scratch/all.ics" > "$scratch/events"
equal 'an event for each thing due' "$(as sophie "$place" due --everybody --format csv | tail -n +2 | wc -l)" "$(wc -l < "$scratch/events")"
says 'what the format uses comes through' "$scratch/events" 'Relire, puis former; voir \\ «.annexe.»'
says 'with the next command' "$scratch/events" 'Next: cadran action decide 1'
says 'what is overdue stands on today' "$scratch/events" $'2026-10-05\tOverdue: '
equal 'no thing has the uid of another' '' "$(cut -f1 "$scratch/events" | sort | uniq -d)"
before=$(of_action "$scratch/all.ics" | cut -f1)
as claire "$place" action decide 1 > /dev/null
clock=2026-10-06T09:00
finding luc "$place" export calendar --to "$scratch/mine.ics"
equal 'the same thing has the same uid after a step, for somebody else, another day' "$before" "$(of_action "$scratch/mine.ics" | cut -f1)"
says 'and its new date and step' <(of_action "$scratch/mine.ics") $'2026-10-20\t.*cadran action start 1'
XDG_DATA_HOME="$place/home" "$cadran" export calendar --to "$scratch/fr.ics" --workspace "$place/workspace" --lang fr --now "$clock" --token-file "$place/tokens/luc" > /dev/null
says 'in French where asked' <(read_calendar "$scratch/fr.ics") 'Pour continuer.: cadran'
equal 'only its owner may read it' 600 "$(stat -c %a "$scratch/mine.ics")"
ends 'another ending is refused' 2 as luc "$place" export calendar --to "$scratch/mine.csv"
ends 'everybody’s is for who sees results' 3 as malik "$place" export calendar --everybody --to "$scratch/no.ics"
finish
