"""Who may use the desk: a browser on this computer that has the token of this run."""

import hmac
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_REQUEST = 1024 * 1024
"""The most bytes of a request that is no document."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_WELCOME = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The desk</title>
<meta http-equiv="refresh" content="0; url=/">
<p><a href="/">Open the desk</a></p>
</html>
"""
"""Shown instead of a redirect: a browser that comes from another site, such as GitHub, sends a
strict cookie only from a page of the desk itself."""
_ANOTHER_RUN = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Open the desk again – The desk</title>
<main><h1>Open the desk again</h1>
<p>This address works only in the window that the desk opened. Look where you started the desk:
the address that it printed opens it here. What you typed is kept.</p></main>
</html>
"""
_ANOTHER_COLLECTION = (
    "This window belongs to another collection, which was on the desk before. What you typed is "
    "kept for it. To continue here, choose “All opinions”."
)


@dataclass(frozen=True, slots=True)
class Access:
    """The token of this run, and the addresses at which the desk may be opened."""

    token: str
    hosts: frozenset[str]
    home: str
    """The address at which a person opens the desk."""
    cookie: str
    """The name of its cookie. Browsers send cookies to all ports, so each port has its own."""

    @classmethod
    def at(cls, port: int, token: str, environment: Mapping[str, str] = os.environ) -> "Access":
        """Access on this computer, and in a codespace also at the address that GitHub gives it."""
        hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        home = f"http://127.0.0.1:{port}/"
        name = environment.get("CODESPACE_NAME")
        domain = environment.get("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")
        if name and domain:
            hosts.add(f"{name}-{port}.{domain}")
            home = f"https://{name}-{port}.{domain}/"
        return cls(token, frozenset(hosts), f"{home}?token={token}", f"desk-{port}")

    def has_token(self, given: str) -> bool:
        """Whether somebody has the token of this run."""
        return hmac.compare_digest(given.encode(), self.token.encode())

    def allows_origin(self, origin: str) -> bool:
        """Whether a page of the desk itself sent a request."""
        scheme, _, host = origin.partition("://")
        return host in self.hosts and scheme in {"http", "https"}


class Guard:
    """Answers nobody else, limits what is sent, and adds the policy of the browser to each page."""

    def __init__(
        self, app: ASGIApp, access: Access, name: Callable[[], str], largest_document: int
    ) -> None:
        """`name` names the workspace; `largest_document` is the most bytes of a document."""
        self._app = app
        self._access = access
        self._name = name
        self._largest_document = largest_document

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        app = refusal or self._app
        await app(scope, self._limited(scope, receive), send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._access.hosts:
            return PlainTextResponse("The desk answers only on this computer.", 403)
        is_read = scope["method"] in {"GET", "HEAD"}
        if not is_read and not self._access.allows_origin(headers.get("origin", "")):
            return PlainTextResponse("Only a page of the desk may do this.", 403)
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["path"] == "/" and token and self._access.has_token(token):
            answer = HTMLResponse(_WELCOME)
            answer.set_cookie(
                self._access.cookie, self._access.token, httponly=True, samesite="strict"
            )
            return answer
        if not self._access.has_token(_cookies(headers).get(self._access.cookie, "")):
            return HTMLResponse(_ANOTHER_RUN, 403)
        if "x-desk" in headers and headers["x-desk"] != self._name():
            return JSONResponse({"message": _ANOTHER_COLLECTION}, 403)
        return None

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        """Limit the size of a request; a larger one is treated as a broken connection."""
        is_document = scope["path"] == "/documents"
        left = self._largest_document if is_document else LARGEST_REQUEST

        async def limited() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            return message if left >= 0 else {"type": "http.disconnect"}

        return limited


def _cookies(headers: Headers) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in headers.get("cookie", "").split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}
