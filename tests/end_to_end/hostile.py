# SPDX-License-Identifier: Apache-2.0
"""Asks a served workspace what only somebody who means harm would ask, and looks after each time whether it lives and
still says what it should. Prints how many requests of each kind there were.
usage: hostile.py PORT LOG ACCOUNT… (each with the password of the tests)"""
import collections, html, html.parser, http.client, re, socket, sys, time, urllib.parse

port, log, accounts = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
host = f"localhost:{port}"
counted, faults = collections.Counter(), []


def raw(data, wait=8.0, slowly=0.0):
    """The status of what is answered to these bytes; 0 where the connection ends without an answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as link:
        try:
            if slowly:
                for byte in data:
                    link.sendall(bytes([byte]))
                    time.sleep(slowly)
            else:
                link.sendall(data)
            answer = link.recv(65536)
        except (ConnectionError, TimeoutError):
            return 0, b""
    match = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    return int(match[1]) if match else 0, answer


def alive():
    status, _ = raw(b"GET /sign-in HTTP/1.1\r\nHost: " + host.encode() + b"\r\nConnection: close\r\n\r\n")
    return status == 200


def expect(kind, what, fine):
    counted[kind] += 1
    if not fine:
        faults.append(f"{kind}: {what}")
    if not alive():
        sys.exit(f"the server is gone after {kind}: {what}")


def request(line, *headers, body=b"", own_host=True):
    lines = [line, *([f"Host: {host}".encode()] if own_host else []), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


form = b"Content-Type: application/x-www-form-urlencoded"
post = b"POST /sign-in HTTP/1.1"
get = b"GET /sign-in HTTP/1.1"
multipart = b"Content-Type: multipart/form-data; boundary=x"

# --- bytes: kind, what is sent, the statuses that refuse it --------------------------------------------------------------
table = [
    # malformed
    ("malformed", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n", (400,)),
    ("malformed", b"\x00" * 64 + b"\r\n\r\n", (400,)),
    ("malformed", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (400, 505)),
    ("malformed", b"GET /sign-in\r\n\r\n", (400,)),
    ("malformed", b"GET  /sign-in HTTP/1.1\r\n\r\n", (400,)),
    ("malformed", request(b"GET /sign-in HTTP/9.9"), (400, 505)),
    ("malformed", request(b"GET /sign-in http/1.1"), (400,)),
    ("malformed", request(b"get /sign-in HTTP/1.1"), (400, 501)),
    ("malformed", request(b"BREW /sign-in HTTP/1.1"), (501,)),
    ("malformed", request(b"TRACE /sign-in HTTP/1.1"), (405, 501)),
    ("malformed", request(b"CONNECT evil.example:443 HTTP/1.1"), (400, 405, 501)),
    ("malformed", request(b"GET http://evil.example/ HTTP/1.1"), (400, 421)),
    ("malformed", request(get, own_host=False), (400,)),
    ("malformed", request(get, b"Host: evil.example"), (400,)),
    ("malformed", request(get, b"Host: evil.example", own_host=False), (421,)),
    ("malformed", request(get, b"Host: localhost@evil.example", own_host=False), (400,)),
    ("malformed", request(get, b"X-A: a\x00b"), (400,)),
    ("malformed", request(get, b"X-A: a\rb"), (400,)),
    ("malformed", request(get, b" folded"), (400,)),
    ("malformed", request(get, b"no colon"), (400,)),
    ("malformed", request(get, b"X A: b"), (400,)),
    ("malformed", b"GET /sign-in HTTP/1.1\nHost: localhost\n\n", (400,)),
    ("malformed", request(b"GET /sign-in?a=%zz HTTP/1.1"), (400,)),
    ("malformed", request(b"GET /sign-in?a=%00 HTTP/1.1"), (400,)),
    ("malformed", request(b"GET /sign-in?a=%c3%28 HTTP/1.1"), (400,)),
    ("malformed", request(post, b"Content-Type: text/xml", b"Content-Length: 3", body=b"<a>"), (400, 415)),
    ("malformed", request(post, form, b"Content-Length: 3", body=b"a=%"), (400,)),
    # smuggling
    ("smuggling", request(post, form, b"Content-Length: 3", b"Content-Length: 3", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length: 3", b"Content-Length: 90", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length: 3, 3", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length: +3", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length: -3", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length: 0x3", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length : 3", body=b"a=1"), (400,)),
    ("smuggling", request(post, form, b"Content-Length: 3", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"), (400,)),
    ("smuggling", request(post, form, b"Transfer-Encoding: chunked", body=b"0\r\n\r\nGET /journal HTTP/1.1\r\n\r\n"), (501,)),
    ("smuggling", request(post, form, b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n"), (501,)),
    ("smuggling", request(post, form, b"Transfer-Encoding:\x0bchunked", body=b"0\r\n\r\n"), (400, 501)),
    ("smuggling", request(post, form, b"Transfer-Encoding: identity, chunked", body=b"0\r\n\r\n"), (400, 501)),
    ("smuggling", request(get, b"Content-Length: 40", body=b"GET /journal HTTP/1.1\r\nHost: localhost\r\n\r\n"), (400,)),
    ("smuggling", request(get, b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"), (400, 501)),
    ("smuggling", request(post, form, b"Content-Length: 3", b"Expect: 200-maybe", body=b"a=1"), (417,)),
    # oversized
    ("oversized", request(b"GET /" + b"a" * 9000 + b" HTTP/1.1"), (414,)),
    ("oversized", request(b"GET /sign-in?a=" + b"a" * 9000 + b" HTTP/1.1"), (414,)),
    ("oversized", request(get, b"X-A: " + b"a" * 40000), (431,)),
    ("oversized", request(get, *[b"X-%d: a" % i for i in range(200)]), (431,)),
    ("oversized", request(get, b"Cookie: " + b"a=b; " * 8000), (431,)),
    ("oversized", request(post, form, b"Content-Length: 99999999"), (413,)),
    ("oversized", request(post, form, b"Content-Length: 18446744073709551619"), (413,)),
    ("oversized", request(post, form, b"Content-Length: 6000", body=b"a=1&" * 1500), (400,)),
    ("oversized", request(post, form, b"Content-Length: 60000", body=b"a=" + b"%41" * 19999 + b"A"), (403, 400, 422)),
    ("oversized", request(post, multipart, b"Content-Length: 9999999999"), (413, 403, 400, 415, 303)),
    # traversal
    *(("traversal", request(b"GET " + path + b" HTTP/1.1"), (400, 404)) for path in [
        b"/../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"/static/../cadran.db", b"/static/..%2fcadran.db",
        b"/static/%2e%2e%2f%2e%2e%2fcadran.db", b"/static/..%5ccadran.db", b"/static/....//cadran.db", b"//etc/passwd",
        b"/static//etc/passwd", b"/static/%00", b"/static/style.css%00.png", b"/static/%c0%ae%c0%ae/cadran.db",
        b"/api/v1/../../journal", b"/api/v1/%2e%2e/worklist", b"/calendar/../accounts", b"/static/.", b"/static/%ff",
    ]),
    # programs
    ("programs", request(b"GET /api/v1/me HTTP/1.1"), (401,)),
    ("programs", request(b"GET /api/v1/me HTTP/1.1", b"Authorization: Bearer ' or 1=1 --"), (401,)),
    ("programs", request(b"GET /api/v1/me HTTP/1.1", b"Authorization: Basic YWRtaW46YWRtaW4="), (401,)),
    ("programs", request(b"GET /calendar/' or 1=1 --.ics HTTP/1.1"), (400, 404)),
    ("programs", request(b"GET /calendar/%27%20or%201%3d1.ics HTTP/1.1"), (400, 404)),
    ("programs", request(b"POST /api/v1/actions HTTP/1.1", b"Content-Type: application/json", b"Content-Length: 4000", body=b"[" * 4000), (400, 401)),
    # forms of other sites, and of nobody
    ("forged", request(post, form, b"Content-Length: 3", b"Origin: https://evil.example", body=b"a=1"), (403,)),
    ("forged", request(post, form, b"Content-Length: 3", b"Sec-Fetch-Site: cross-site", body=b"a=1"), (403,)),
    ("forged", request(post, form, b"Content-Length: 3", b"Origin: null", body=b"a=1"), (403,)),
    ("forged", request(post, form, b"Content-Length: 3", body=b"a=1"), (403,)),
    ("forged", request(b"POST /actions/new HTTP/1.1", form, b"Content-Length: 3", b"Cookie: cadran_session=' or 1=1 --", body=b"a=1"), (303, 400, 403)),
]
for kind, data, statuses in table:
    status, _ = raw(data)
    expect(kind, f"{data[:60]!r}: {status}", status in statuses)

# What follows a refused request on its connection is never answered.
for data in [table[27][1], table[35][1]]:
    _, answer = raw(data + request(get))
    expect("smuggling", f"two answers to {data[:40]!r}", answer.count(b"HTTP/1.1 ") == 1)

# --- slowly: nobody holds the server, and it ends what takes too long ----------------------------------------------------
held = [socket.create_connection(("127.0.0.1", port)) for _ in range(40)]
for link in held:
    link.sendall(b"GET /sign-in HTTP/1.1\r\nX-")
expect("slow", "forty who never finish", alive())
start = time.monotonic()
held[0].settimeout(30)
try:
    ended = held[0].recv(100)
except ConnectionError:
    ended = b""
expect("slow", "an unfinished head stays", time.monotonic() - start < 20 and not ended.startswith(b"HTTP/1.1 200"))
for link in held:
    link.close()
start = time.monotonic()
status, _ = raw(request(post, form, b"Content-Length: 1000", body=b"a" * 90), wait=30, slowly=0.2)
expect("slow", f"a trickle was answered by {status}", status == 0 and time.monotonic() - start < 40)


# --- people: every text field of every form of every page ------------------------------------------------------------------
class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.marks = set(), [], []
        self.form = None
        self.area = None
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        given = dict(pairs)
        if any(name.startswith("on") for name in given) or tag in ("svg-hostile", "iframe", "object", "embed"):
            self.marks.append(tag)
        if tag == "script" and not given.get("src", "").startswith("/static/"):
            self.marks.append("script")
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.add(given["href"].split("#")[0])
        if tag == "a" and re.match(r"\s*(javascript|data):", given.get("href") or "", re.I):
            self.marks.append("javascript:")
        if tag == "form":
            self.form = {"method": given.get("method", "get"), "action": given.get("action", ""), "fields": {}}
            self.forms.append(self.form)
        if self.form is not None and tag in ("input", "textarea", "select", "button") and given.get("name"):
            kind = {"input": given.get("type", "text")}.get(tag, tag)
            if kind not in ("file", "submit"):
                self.form["fields"].setdefault(given["name"], (kind, given.get("value", "")))
        if self.form is not None and tag == "option" and self.form["fields"] and given.get("value"):
            name, (kind, value) = list(self.form["fields"].items())[-1]
            if kind == "select" and not value:
                self.form["fields"][name] = (kind, given["value"])

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None


class Person:
    def __init__(self, account):
        self.account, self.cookies, self.token = account, {}, ""
        self.ask("GET", "/sign-in")
        status, _ = self.ask("POST", "/sign-in", {"account": account, "password": "the river runs below"})
        assert status == 303, f"{account} cannot sign in: {status}"

    def ask(self, method, path, fields=None):
        link = http.client.HTTPConnection("localhost", port, timeout=30)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Accept-Language": "en"}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode({**fields, "form_token": self.token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(method, path, body, headers)
        answer = link.getresponse()
        text = answer.read().decode(errors="replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, rest = value.split("=", 1)
                self.cookies[key] = rest.split(";")[0]
            if "hostile" in name.lower():
                faults.append(f"{method} {path}: a header of ours is theirs: {name}")
        found = re.search(r'name="form_token" value="([0-9a-f]*)"', text)
        if found:
            self.token = found[1]
        link.close()
        return answer.status, text


payloads = {
    "html": '"\'></textarea><svg-hostile onload=alert(1)><script>alert(1)</script>',
    "sql": "x'); drop table account; update account set person = 'hostile'; --",
    "header": "x\r\nSet-Hostile: 1\r\nBcc: eve@evil.example",
    "formula": "=HYPERLINK(\"http://evil.example\",\"x\")",
}
# What would end the visit, or somebody's account.
left_out = re.compile(r"^/(sign-out|language|account/(password|sessions|second-factor|proof)|accounts/[^/]+/(suspend|invite|roles|end))")


def looked(where, status, text):
    marks = Page(text).marks
    if marks:
        faults.append(f"{where}: {marks}")
    return status < 500 and not marks


def crawl(person, most=150):
    """The pages that the person gets to, each pattern a few times."""
    seen, waiting, patterns = {}, ["/"], collections.Counter()
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        pattern = re.sub(r"/(F-[0-9a-f]+|\d[^/?]*)", "/#", path.split("?")[0])
        if path in seen or patterns[pattern] >= 3:
            continue
        patterns[pattern] += 1
        status, text = person.ask("GET", path)
        if not looked(f"{person.account} at {path}", status, text):
            faults.append(f"{person.account} at {path}: {status}")
        seen[path] = Page(text)
        waiting += sorted(link for link in seen[path].links if link.split("?")[0] not in ("/sign-out",))
    return seen


injected, read_after = set(), 0
for account in accounts:
    person = Person(account)
    for place, page in crawl(person).items():
        for one in page.forms:
            action = one["action"] or place
            if left_out.match(action):
                continue
            texts = [name for name, (kind, _) in one["fields"].items() if kind in ("text", "textarea", "search", "hidden", "date", "number", "radio", "select", "email") and name not in ("form_token",)]
            for name in texts:
                key = (one["method"], re.sub(r"/(F-[0-9a-f]+|\d[^/?]*)", "/#", action), name)
                if key in injected:
                    continue
                injected.add(key)
                for kind, payload in payloads.items():
                    fields = {other: value or ("text" if what == "textarea" else "") for other, (what, value) in one["fields"].items() if other != "form_token"}
                    fields[name] = payload
                    if one["method"] == "post":
                        status, text = person.ask("POST", action, fields)
                    else:
                        status, text = person.ask("GET", action + "?" + urllib.parse.urlencode(fields))
                    expect(f"injected {kind}", f"{account} {action} {name}: {status}", looked(f"{action} {name}", status, text))
    # What was stored comes back as it was typed, nowhere as markup.
    read_after += len(crawl(person))
# Queries and places.
person = Person(accounts[0])
for path in ["/worklist", "/actions", "/indicators", "/processes", "/journal", "/accounts", "/account", "/search", "/sign-in"]:
    for payload in payloads.values():
        coded = urllib.parse.quote(payload, safe="")
        for address in [f"{path}?state={coded}&control={coded}&page={coded}&done={coded}&q={coded}&next={coded}&before={coded}&process={coded}", f"{path}/{coded}"]:
            status, text = person.ask("GET", address)
            expect("injected places", f"{path} {payload[:10]!r}: {status}", looked(address, status, text))
for payload in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Hostile: 1"]:
    other = Person(accounts[0])
    other.ask("GET", "/sign-in")
    link = http.client.HTTPConnection("localhost", port)
    link.request("POST", "/sign-in", urllib.parse.urlencode({"account": accounts[0], "password": "the river runs below", "next": payload, "form_token": other.token}),
                 {"Content-Type": "application/x-www-form-urlencoded", "Cookie": "; ".join(f"{n}={v}" for n, v in other.cookies.items())})
    place = link.getresponse().headers.get("Location", "")
    expect("led away", f"{payload}: {place}", re.match(r"^/([^/\\]|$)", place) is not None)

with open(log) as lines:
    inner = [line for line in lines if re.match(r"(GET|POST|HEAD) ", line)]
faults += [f"an inner fault: {line.strip()}" for line in inner]
for kind, number in sorted(counted.items()):
    print(f"{number:5} {kind}")
print(f"{sum(counted.values())} hostile requests, {len(injected)} fields, {read_after} pages read after, {len(faults)} faults")
for fault in faults[:20]:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
