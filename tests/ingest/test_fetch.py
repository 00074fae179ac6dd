"""Fetching from a server on this machine: limits of size, time, redirects and reach."""

import gzip
import http.server
import threading
import zlib

import pytest

from readout.ingest import Fetching, Raw, Shelf, Web, addresses, gather
from readout.ingest.addresses import checked, public
from readout.model.errors import RefusedError, UnreadableError

STORY = b"The mayor said the bridge was safe."
ROUTES = {
    "/story": (200, {"Content-Type": "text/plain; charset=utf-8"}, STORY),
    "/gzip": (200, {"Content-Encoding": "gzip"}, gzip.compress(STORY)),
    "/deflate": (200, {"Content-Encoding": "deflate"}, zlib.compress(STORY)),
    "/bare": (200, {"Content-Encoding": "deflate"}, zlib.compress(STORY)[2:-4]),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 30_000_000)),
    "/torn": (200, {"Content-Encoding": "gzip"}, gzip.compress(STORY * 50)[:60]),
    "/brotli": (200, {"Content-Encoding": "br"}, b"xx"),
    "/large": (200, {}, b"a" * 3_000_000),
    "/gone": (404, {}, b""),
    "/once": (302, {"Location": "/story"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/hosts"}, b""),
    "/inside": (302, {"Location": "http://inside.example/"}, b""),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            self.server.stop.wait(5)
            return
        status, headers, body = ROUTES[self.path]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass

    def handle(self):
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


@pytest.fixture(scope="module")
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.stop = threading.Event()
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.stop.set()
        server.shutdown()
        thread.join()


WEB = Web(Fetching(allow_private=True, max_bytes=1_000_000, seconds=5))


@pytest.mark.parametrize("path", ["/story", "/gzip", "/deflate", "/bare", "/once"])
def test_a_page_is_fetched(server, path):
    assert WEB.fetch(server + path).data == STORY


def test_where_it_was_found_and_what_it_is(server):
    (raw,) = gather(server + "/once", options=Fetching(allow_private=True))
    assert raw == Raw(server + "/once", STORY, "text/plain; charset=utf-8", server + "/story")


@pytest.mark.parametrize(
    ("path", "kind", "why"),
    [
        ("/bomb", RefusedError, "larger than 1 MB"),
        ("/large", RefusedError, "larger than 1 MB"),
        ("/torn", UnreadableError, "stops in the middle"),
        ("/brotli", UnreadableError, "'br'"),
        ("/gone", UnreadableError, "404"),
        ("/loop", RefusedError, "redirects more than 5 times"),
        ("/file", RefusedError, "only http and https"),
    ],
)
def test_limits(server, path, kind, why):
    with pytest.raises(kind, match=why):
        WEB.fetch(server + path)


def test_a_slow_server_is_given_up(server):
    with pytest.raises(RefusedError, match=r"longer than 0\.2 seconds"):
        Web(Fetching(allow_private=True, seconds=0.2)).fetch(server + "/slow")


def test_the_same_contract_off_the_shelf(server):
    address = server + "/story"
    raw = WEB.fetch(address)
    assert Shelf({address: raw}).fetch(address) == raw
    for fetcher in (WEB, Shelf({})):
        with pytest.raises(UnreadableError):
            fetcher.fetch(server + "/gone")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0.0.0.0/",
        "http://169.254.169.254/x",
    ],
)
def test_private_addresses_are_refused(url):
    with pytest.raises(RefusedError, match="private address"):
        Web(
            resolve=lambda host, _: {"localhost": ["127.0.0.1"], "2130706433": ["127.0.0.1"]}.get(
                host, [host]
            )
        ).fetch(url)


@pytest.mark.parametrize(
    "url",
    ["ftp://post.example/a", "http://user:word@post.example/", "http:///a", "http://[::1", "http://a:b/"],
)
def test_addresses_that_are_none(url):
    with pytest.raises(UnreadableError):
        Web(resolve=lambda *_: []).fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_outside_the_open_internet(address):
    assert not public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_addresses_of_the_open_internet(address):
    assert public(address)


def test_one_private_address_among_public_ones_is_enough():
    with pytest.raises(RefusedError):
        checked("a.example", 80, allow_private=False, resolve=lambda *_: ["93.184.216.34", "10.0.0.1"])


def test_every_hop_is_checked_and_the_checked_address_is_the_one_used(server, monkeypatch):
    """A host that gives another address at the second look-up gains nothing: there is none."""
    port = int(server.rsplit(":", 1)[1])
    asked = []

    def resolve(host, _):
        asked.append(host)
        return ["10.0.0.1"] if host == "inside.example" else ["127.0.0.1"]

    monkeypatch.setattr(addresses, "public", lambda address: address == "127.0.0.1")
    web = Web(Fetching(seconds=5), resolve)
    assert web.fetch(f"http://post.example:{port}/once").data == STORY
    assert asked == ["post.example", "post.example"]
    with pytest.raises(RefusedError, match=r"inside\.example is a private address"):
        web.fetch(f"http://post.example:{port}/inside")
