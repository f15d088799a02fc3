# SPDX-License-Identifier: Apache-2.0
"""A mail server on loopback for mail.sh: it keeps each letter as a file, and refuses some recipients.

usage: mail_server.py FOLDER [--tls CERTIFICATE KEY --user NAME --password WORD]
Writes the port it was given to FOLDER/port once it listens.
"""
import argparse
import asyncio
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("folder", type=pathlib.Path)
arguments.add_argument("--tls", nargs=2)
arguments.add_argument("--user")
arguments.add_argument("--password")
asked = arguments.parse_args()


class Keeper:
    number = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in (asked.folder / "refused").read_text().split():
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Keeper.number += 1
        name = f"{Keeper.number:03}-{envelope.rcpt_tos[0]}.eml"
        (asked.folder / name).write_bytes(envelope.original_content)
        state = f"{'tls' if session.ssl else 'clear'} {'signed-in' if session.authenticated else 'unknown'}\n"
        (asked.folder / f"{name}.how").write_text(state)
        return "250 kept"


def authenticate(server, session, envelope, mechanism, data):
    fits = (data.login, data.password) == (asked.user.encode(), asked.password.encode())
    return AuthResult(success=fits, handled=False)


async def serve():
    options = {}
    if asked.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*asked.tls)
        options = {"tls_context": context, "require_starttls": True}
    if asked.user:
        options |= {"auth_required": True, "authenticator": authenticate}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Keeper(), hostname="localhost", **options), "localhost", 0)
    ports = {socket.getsockname()[1] for socket in server.sockets if socket.getsockname()[0] == "127.0.0.1"}
    (asked.folder / "port.new").write_text(str(ports.pop()))
    (asked.folder / "port.new").rename(asked.folder / "port")
    await server.serve_forever()


asyncio.run(serve())
