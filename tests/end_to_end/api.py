# SPDX-License-Identifier: Apache-2.0
"""Calls all that the description of a served workspace offers, and validates what is answered against it.
usage: api.py SITE TOKENS command… (that decides on an action, its number last)"""
import json, pathlib, subprocess, sys, urllib.error, urllib.request
from jsonschema import Draft202012Validator

site, tokens = sys.argv[1], pathlib.Path(sys.argv[2])


def token_of(account):
    return (tokens / account).read_text().strip()


def decide(action):
    subprocess.run([*sys.argv[3:], str(action)], check=True, stdout=subprocess.DEVNULL)


def call(method, path, account="", body=None, headers={}):
    """Status, headers and JSON of an answer."""
    request = urllib.request.Request(site + path, method=method, headers={"Accept-Language": "fr", **headers})
    if account:
        request.add_header("Authorization", "Bearer " + token_of(account))
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    elif method == "POST":
        request.data = b""
        request.add_header("Content-Type", "application/x-www-form-urlencoded")
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    text = answer.read()
    return answer.status, answer.headers, json.loads(text) if text else None


_, _, description = call("GET", "/api/v1/openapi.json")


def validate(schema, value):
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": description["components"], **schema}
    Draft202012Validator.check_schema(whole)
    for fault in Draft202012Validator(whole).iter_errors(value):
        sys.exit(f"{fault.json_path}: {fault.message}\n{json.dumps(value, ensure_ascii=False)[:400]}")


def called(method, path, account, body=None, headers={}, expected=200):
    """The answer, validated as that of the call whose pattern the path follows."""
    status, answered, value = call(method, path, account, body, headers)
    if status != expected:
        sys.exit(f"{method} {path}: {status} {value}")
    parts = path.split("?")[0].split("/")
    fitting = [p for p in description["paths"] if len(p.split("/")) == len(parts)
               and all(w.startswith("{") or w == g for w, g in zip(p.split("/"), parts))]
    responses = description["paths"][fitting[0]][method.lower()]["responses"]
    if status == 200:
        validate(responses["200"]["content"]["application/json"]["schema"], value)
        tried.add(description["paths"][fitting[0]][method.lower()]["operationId"])
    elif status >= 400:
        validate({"$ref": "#/components/schemas/Problem"}, value)
    return answered, value


tried = set()
pilot, controller, manager = "claire", "luc", "sophie"
called("GET", "/api/v1/me", pilot)
called("GET", "/api/v1/me", "", expected=401)
called("GET", "/api/v1/due", pilot)
_, due = called("GET", "/api/v1/due?everybody=true", manager)
_, processes = called("GET", "/api/v1/processes", pilot)
process = processes[0]["id"]
called("GET", f"/api/v1/processes/{process}", pilot)
called("GET", "/api/v1/processes/none", pilot, expected=404)
_, indicators = called("GET", f"/api/v1/indicators?process={process}", pilot)
called("GET", f"/api/v1/indicators/{process}/{indicators[0]['indicator']}", pilot)

# A figure that nothing measures is recorded, whole or as a share; what makes no sense is told, all at once.
place = f"/api/v1/indicators/{process}/paid-in-five-days"
figure = {"period": "2026-07", "numerator": 57, "denominator": 60, "comment": "Extract of 3 August"}
answered, _ = called("GET", place, pilot)
called("POST", place + "/figures", pilot, {"period": "July", "value": "many", "comment": ""}, expected=422)
called("POST", place + "/figures", controller, figure, expected=403)
_, recorded = called("POST", place + "/figures", pilot, figure, {"If-Match": answered["ETag"]})
if [one["value"] for one in recorded["history"] if one["period"] == "2026-07"] != ["95.0"]:
    sys.exit(f"not recorded: {recorded}")
called("POST", place + "/figures", pilot, figure, {"If-Match": answered["ETag"]}, 412)

for register in ["nonconformities?process=" + process, "audits", "imports", "journal?after=3"]:
    called("GET", "/api/v1/" + register, manager)
_, entries = called("GET", "/api/v1/journal?after=3", manager)
if entries[0]["number"] != 4:
    sys.exit(f"not after the third: {entries[0]}")

# A file is decided on by a program; whoever saw another state of it is told.
_, files = called("GET", "/api/v1/worklist", controller)
if not due or not files:
    sys.exit("the workspace has nothing to show")
place = f"/api/v1/worklist/{files[0]['id']}"
answered, file = called("GET", place, controller)
called("GET", place, controller, headers={"If-None-Match": answered["ETag"]}, expected=304)
verdict = {"verdict": "refused", "reason": "The bill is of another person."}
called("POST", place + "/decision", controller, verdict, {"If-Match": '"another"'}, 412)
called("POST", place + "/decision", controller, {"verdict": "maybe", "raison": ""}, expected=422)
called("POST", place + "/decision", controller, {"verdict": "released", "points": {"identity": "yes"}}, expected=422)
changed, decided = called("POST", place + "/decision", controller, verdict, {"If-Match": answered["ETag"]})
if decided["state"] != "confirmed" or decided["decisions"][-1]["by"] != controller:
    sys.exit(f"not decided: {decided}")
if called("GET", place, controller)[0]["ETag"] != changed["ETag"]:
    sys.exit("a decision gives another state than what is read afterwards")
called("POST", place + "/decision", controller, verdict, {"If-Match": answered["ETag"]}, 412)

action = {"process": process, "text": "Train the new handlers", "level": "sector", "kind": "correction",
          "owner": pilot, "due": "2026-11-30"}
_, proposed = called("POST", "/api/v1/actions", manager, action)
place = f"/api/v1/actions/{proposed['number']}"
called("GET", "/api/v1/actions?state=proposed", manager)
answered, _ = called("GET", place, pilot)
called("POST", place + "/start", pilot, expected=409)  # nobody decided on it
called("POST", "/api/v1/actions", pilot, {**action, "due": "2020-01-01", "owner": "nobody"}, expected=422)
decide(proposed["number"])
called("POST", place + "/start", pilot, headers={"If-Match": answered["ETag"]}, expected=412)
called("POST", place + "/start", pilot)
called("POST", place + "/progress", pilot, {"percent": 101}, expected=422)
called("POST", place + "/progress", pilot, {"percent": 40, "comment": "Half of them came."})
_, finished = called("POST", place + "/finish", pilot, {"comment": "All came."})
if finished["state"] != "done" or finished["progress"] != 100:
    sys.exit(f"not finished: {finished}")

offered = {call["operationId"] for path in description["paths"].values() for call in path.values()}
if offered != tried:
    sys.exit(f"not tried: {', '.join(sorted(offered - tried))}")
print(f"{len(tried)} calls, each as described")
