"""`gainsay serve`: who is answered and who is not, corrections in a file, the page in a browser where there is one."""

import contextlib
import ctypes
import hashlib
import http.client
import json
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from browser import BROWSER, Browser
from program import HANGS, PROGRAM, run

GRAPH = pathlib.Path(__file__).resolve().parents[2] / "samples" / "graph.json"


# Seconds by the clock within which a server that was told to end has ended.
ENDS = 300

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


def end_with_parent():
    """Whatever ends this test, a server of it must not stay: nobody else ends it."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Server:
    """The program, running; `port` is where."""

    def __init__(self, *arguments, graph=GRAPH):
        self.process = subprocess.Popen([PROGRAM, "serve", graph, "--port", "0", *map(str, arguments)], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, preexec_fn=end_with_parent)
        self.address = self.process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/", self.address)
        if not found:
            self.process.kill()
            raise AssertionError((self.address, *self.process.communicate()))
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(ENDS)
        finally:
            self.process.kill()
            self.process.communicate()

    def ask(self, method, path, body=None, host=None, **headers):
        """(status, headers, text); `headers` with _ for -."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=HANGS)) as connection:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body.encode())))
            connection.endheaders(body.encode() if body is not None else None)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()

    def token(self):
        return json.loads(re.search(r'id="data">\s*(\{.*?\})\s*</script>', self.ask("GET", "/")[2], re.DOTALL)[1])["token"]

    def write(self, text, version, token=None, **headers):
        return self.ask("POST", "/api/corrections", text, X_Gainsay_Token=token or self.token(), If_Match=version, **headers)


class Serve(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="gainsay-serve-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.file = self.folder / "corrections.txt"

    def test_page_and_data(self):
        with Server("--title", "A <title>") as server:
            status, headers, page = server.ask("GET", "/")
            self.assertEqual(status, 200)
            self.assertIn("<title>A &lt;title&gt;</title>", page)
            self.assertIn("connect-src 'self'", page)
            self.assertNotIn("unsafe-inline", page)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Cross-Origin-Resource-Policy"], "same-origin")
            self.assertNotIn("Access-Control-Allow-Origin", headers)
            status, headers, data = server.ask("GET", "/api/data")
            self.assertEqual((status, headers["Content-Type"]), (200, "application/json"))
            # The same data as the page in one file.
            written = run("export", GRAPH, "--title", "A <title>", "-o", self.folder / "page.html")
            self.assertEqual(written.returncode, 0)
            whole = (self.folder / "page.html").read_text(encoding="utf-8")
            self.assertIn(data, whole)
            self.assertEqual(server.ask("GET", "/etc/passwd")[0], 404)
            self.assertEqual(server.ask("GET", "/../../etc/passwd")[0], 404)

    def test_it_listens_on_this_machine_alone(self):
        with Server() as server:
            others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
            for address in others | {"127.0.0.2"}:
                with self.subTest(address=address), self.assertRaises(OSError):
                    socket.create_connection((address, server.port), timeout=5).close()

    def test_other_hosts_and_origins_are_refused(self):
        with Server("--corrections", self.file) as server:
            version = server.ask("GET", "/api/corrections")[1]["ETag"]
            token = server.token()
            for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", f"127.0.0.1:{server.port + 1}", f"127.0.0.1.evil.example:{server.port}"):
                with self.subTest(host=host):
                    for path in ("/", "/api/data", "/api/corrections"):
                        self.assertEqual(server.ask("GET", path, host=host)[0], 403)
            for origin in ("http://evil.example", "null", "https://127.0.0.1", f"http://127.0.0.1:{server.port}.evil.example", f"https://127.0.0.1:{server.port}"):
                with self.subTest(origin=origin):
                    self.assertEqual(server.ask("GET", "/api/data", Origin=origin)[0], 403)
                    self.assertEqual(server.write("same | a | b\n", version, token, Origin=origin)[0], 403)
            self.assertEqual(server.ask("GET", "/api/data", Origin=f"http://localhost:{server.port}", host=f"localhost:{server.port}")[0], 200)
            self.assertEqual(server.ask("OPTIONS", "/api/corrections", Origin="http://evil.example")[0], 403)
            self.assertFalse(self.file.exists())

    def test_writes_need_the_token(self):
        with Server("--corrections", self.file) as server:
            version = server.ask("GET", "/api/corrections")[1]["ETag"]
            right = server.token()
            for token in ("0" * 32, right[:-1], right + "0", right[:-1] + ("0" if right[-1] != "0" else "1"), " "):
                self.assertEqual(server.write("same | a | b\n", version, token)[0], 403)
            self.assertEqual(server.ask("POST", "/api/corrections", "same | a | b\n", If_Match=version)[0], 403)
            self.assertFalse(self.file.exists())
        with Server() as one, Server() as other:
            self.assertNotEqual(one.token(), other.token())

    def test_corrections_are_kept_in_the_file(self):
        text = "# by hand\nsame | person:a | person:b\n"
        self.file.write_text(text, encoding="utf-8")
        with Server("--corrections", self.file) as server:
            status, headers, found = server.ask("GET", "/api/corrections")
            self.assertEqual((status, found), (200, text))
            self.assertEqual(headers["ETag"], hashlib.sha256(text.encode()).hexdigest())
            more = text + "label | person:a | Ána ✓\n"
            status, headers, found = server.write(more, headers["ETag"])
            self.assertEqual((status, found), (200, more))
            self.assertEqual(self.file.read_text(encoding="utf-8"), more)
            # Who knows an older text is told the new one.
            status, newer, found = server.write("", hashlib.sha256(text.encode()).hexdigest())
            self.assertEqual((status, found, newer["ETag"]), (409, more, headers["ETag"]))
            # What is changed in an editor counts.
            self.file.write_text("# emptied\n", encoding="utf-8")
            self.assertEqual(server.write(more, headers["ETag"])[0], 409)
            # Lines that are no overrides are refused, with the line.
            version = server.ask("GET", "/api/corrections")[1]["ETag"]
            status, _, message = server.write("same | a\n", version)
            self.assertEqual(status, 422)
            self.assertIn("expected same and two fields", message)
            self.assertEqual(self.file.read_text(encoding="utf-8"), "# emptied\n")
            self.assertEqual(server.write("x" * (5 << 20), version)[0], 413)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["corrections.txt"])

    def test_two_writers_lose_nothing(self):
        with Server("--corrections", self.file) as server:
            token = server.token()

            def write(name):
                for number in range(10):
                    while True:
                        _, headers, text = server.ask("GET", "/api/corrections")
                        if server.write(text + f"label | person:{name} | {name} {number}\n", headers["ETag"], token)[0] == 200:
                            break

            threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            lines = self.file.read_text(encoding="utf-8").splitlines()
            self.assertEqual(sorted(lines), sorted(f"label | person:{name} | {name} {number}" for name in "abc" for number in range(10)))

    def test_a_file_that_cannot_be_written_is_said(self):
        with Server("--corrections", self.folder / "no such folder" / "c.txt") as server:
            version = server.ask("GET", "/api/corrections")[1]["ETag"]
            status, _, message = server.write("same | a | b\n", version)
            self.assertEqual(status, 500)
            self.assertIn("c.txt", message)

    def test_wrong_use(self):
        self.file.write_text("nonsense\n", encoding="utf-8")
        result = run("serve", GRAPH, "--corrections", self.file)
        self.assertEqual(result.returncode, 3)
        self.assertIn("expected same, different, kind, label", result.stderr)
        with Server() as server:
            result = run("serve", GRAPH, "--port", server.port)
            self.assertEqual(result.returncode, 3)
            self.assertIn("a free port of 127.0.0.1", result.stderr)
        self.assertEqual(run("serve", GRAPH, "--port", "70000").returncode, 2)
        self.assertEqual(run("serve", self.folder / "none.json").returncode, 3)

    def test_signals_end_it(self):
        for sent in (signal.SIGINT, signal.SIGTERM):
            with Server() as server:
                server.ask("GET", "/")
                server.process.send_signal(sent)
                self.assertEqual(server.process.wait(ENDS), 0)

    def test_signals_end_it_before_it_has_answered(self):
        for _ in range(40):
            with Server() as server:
                server.process.send_signal(signal.SIGINT)
                self.assertEqual(server.process.wait(ENDS), 0)

    @unittest.skipIf(BROWSER is None, "no Chromium is installed")
    def test_the_review_writes_into_the_file(self):
        readings = json.loads(run("query", GRAPH, "review", "--json").stdout)["readings"]
        with Server("--corrections", self.file) as server, Browser() as browser:
            browser.look()
            browser.open(server.address)
            browser.go("#/review")
            browser.press("a")
            browser.until("document.querySelector('#toast p') !== null && document.querySelectorAll('main li code').length > 0")
            for _ in range(200):
                if self.file.is_file() and self.file.read_text(encoding="utf-8").splitlines() == readings[0]["accept"]:
                    break
                time.sleep(0.05)
            self.assertEqual(self.file.read_text(encoding="utf-8").splitlines(), readings[0]["accept"])
            # Undo takes it out of the file, too.
            browser.evaluate("[...document.querySelectorAll('#toast button')].find((b) => b.innerText === 'Undo').click()")
            browser.until("document.querySelectorAll('main li code').length === 0")
            self.assertEqual(browser.faults(), [])

    @unittest.skipIf(BROWSER is None, "no Chromium is installed")
    def test_a_correction_on_the_page_is_in_the_file(self):
        self.file.write_text("# mine\nlabel | person:x | X\n", encoding="utf-8")
        with Server("--corrections", self.file) as server, Browser() as browser:
            browser.look()
            browser.open(server.address)
            browser.go("#/who/person:mira-tolland/names")
            browser.evaluate("""(() => { document.querySelector('.fields input[list]').value = 'person:selin-aksoy';
                [...document.querySelectorAll('button')].find((b) => b.innerText === 'Join').click(); })()""")
            line = "same | person:mira-tolland | person:selin-aksoy"
            browser.until(f"document.body.innerText.includes({json.dumps(line)})")
            browser.go("#/review")
            browser.until("document.querySelectorAll('main code').length >= 2")
            self.assertEqual(self.file.read_text(encoding="utf-8"), f"# mine\nlabel | person:x | X\n{line}\n")
            browser.evaluate(f"[...document.querySelectorAll('main li')].find((e) => e.innerText.includes({json.dumps(line)})).querySelector('button').click()")
            browser.until(f"!document.querySelector('main').innerText.includes({json.dumps(line)})")
            browser.evaluate("fetch('/api/corrections').then((answer) => answer.text())")
            self.assertEqual(browser.faults(), [])
            self.assertEqual([url for url in browser.requests() if not url.startswith(server.address)], [])
        self.assertEqual(self.file.read_text(encoding="utf-8"), "# mine\nlabel | person:x | X\n")


if __name__ == "__main__":
    unittest.main()
