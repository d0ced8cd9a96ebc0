"""A real WordPress in a folder of its own: the distribution's files, a private MariaDB, PHP's built-in server."""

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from tests.server.processes import free_port

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "integrations" / "wordpress" / "moderation-desk"
WORDPRESS = Path(os.environ.get("WORDPRESS_FOLDER", "/usr/share/wordpress"))
#: Debian keeps servers out of an ordinary user's PATH.
PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
#: Longest start on a busy machine.
START_SECONDS = 300

CONFIGURATION = """<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {{
	define( $name . '_KEY', 'a long phrase for ' . $name );
	define( $name . '_SALT', 'salt for ' . $name );
}}
define( 'WP_HOME', '{url}' );
define( 'WP_SITEURL', '{url}' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', '{folder}/debug.log' );
define( 'WP_DEBUG_DISPLAY', false );
if ( file_exists( '{folder}/extra.php' ) ) {{
	require '{folder}/extra.php';
}}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {{
	define( 'ABSPATH', __DIR__ . '/' );
}}
require_once ABSPATH . 'wp-settings.php';
"""

#: No e-mail, and no wait between two comments of one writer.
MUST_USE = """<?php
function wp_mail() { return true; }
add_filter( 'comment_flood_filter', '__return_false', 100 );
add_filter( 'rest_allow_anonymous_comments', '__return_true' );
add_filter( 'application_password_is_api_request', '__return_true' );
add_filter( 'wp_is_application_passwords_available', '__return_true' );
"""

INSTALL = """
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Test', 'editor', 'editor@example.org', true, '', 'password' );
switch_theme( 'plain' );
foreach ( array( 'comment_moderation', 'comment_previously_approved', 'default_pingback_flag' ) as $name ) {
	update_option( $name, 0 );
}
return true;
"""


def missing() -> str | None:
    """Return what is not installed, or `None` where WordPress can be run."""
    wanted = {"php": "php-cli", "mariadbd": "mariadb-server"}
    absent = [package for program, package in wanted.items() if shutil.which(program, path=PLACES) is None]
    if not (WORDPRESS / "wp-includes" / "version.php").exists():
        absent.insert(0, "wordpress")
    return ", ".join(absent) or None


@dataclass(slots=True)
class WordPress:
    """A running site; the plugin is installed and not active."""

    folder: Path
    port: int = field(default_factory=free_port)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def tree(self) -> Path:
        """Its files."""
        return self.folder / "site"

    def start(self) -> "WordPress":
        """Lay out the files, start the database, install, and serve."""
        self._lay_out()
        self._start_database()
        self.php(INSTALL, WP_INSTALLING="1")
        environment = os.environ | {"PHP_CLI_SERVER_WORKERS": "4"}
        self._run(["php", "-S", f"127.0.0.1:{self.port}", "-t", str(self.tree)], environment)
        self._wait(lambda: httpx2.get(self.url + "/readme.html", trust_env=False).status_code == 200)
        return self

    def stop(self) -> None:
        """Leave nothing behind."""
        for process in reversed(self._processes):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=30)

    def php(self, code: str, **constants: str) -> Any:
        """Run PHP inside WordPress, as its own scripts do; returns what the code returns, by way of JSON."""
        defined = "".join(f"define( '{name}', {value} );" for name, value in constants.items())
        script = (
            "$_SERVER += array( 'HTTP_HOST' => '127.0.0.1', 'REQUEST_METHOD' => 'GET' );"
            f"{defined} require '{self.tree}/wp-load.php';"
            f"echo 'ANSWER', json_encode( ( function () {{ {code} }} )() );"
        )
        done = subprocess.run(["php", "-r", script], capture_output=True, text=True, timeout=120)
        assert "ANSWER" in done.stdout, done.stdout[-3_000:] + done.stderr[-3_000:]
        return json.loads(done.stdout.rpartition("ANSWER")[2])

    def get(self, path: str, **more: Any) -> httpx2.Response:
        """Read a page."""
        return httpx2.get(self.url + path, timeout=60, trust_env=False, **more)

    def post(self, path: str, **more: Any) -> httpx2.Response:
        """Send something."""
        return httpx2.post(self.url + path, timeout=60, trust_env=False, **more)

    def faults(self) -> str:
        """Return what PHP complained about in our files."""
        log = self.folder / "debug.log"
        lines = log.read_text(errors="replace").splitlines() if log.exists() else []
        return "\n".join(line for line in lines if "moderation-desk" in line or "moderation_desk" in line)

    def _lay_out(self) -> None:
        shutil.copytree(WORDPRESS, self.tree, ignore=_what_is_not_needed)
        content = self.tree / "wp-content"
        for part in ("plugins", "themes", "mu-plugins"):
            (content / part).mkdir(parents=True, exist_ok=True)
        shutil.copytree(PLUGIN, content / "plugins" / "moderation-desk")
        shutil.copytree(Path(__file__).parent / "theme", content / "themes" / "plain")
        (content / "mu-plugins" / "quiet.php").write_text(MUST_USE)
        written = CONFIGURATION.format(socket=self._socket, url=self.url, folder=self.folder)
        (self.tree / "wp-config.php").write_text(written)

    @property
    def _socket(self) -> Path:
        return self.folder / "db.sock"

    def _start_database(self) -> None:
        data = self.folder / "database"
        data.mkdir()
        server = shutil.which("mariadbd", path=PLACES)
        assert server is not None
        options = ["--no-defaults", f"--datadir={data}", f"--socket={self._socket}", "--skip-networking"]
        options += ["--skip-grant-tables", f"--pid-file={self.folder / 'pid'}", "--innodb-buffer-pool-size=32M"]
        options += ["--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin"]
        if os.geteuid() == 0:
            options.append("--user=root")
        self._run([server, *options], os.environ.copy())
        make = "@( new mysqli( 'localhost', 'root', '', '', 0, $argv[1] ) )->query( 'CREATE DATABASE wordpress' );"
        self._wait(
            lambda: subprocess.run(["php", "-r", make, str(self._socket)], capture_output=True).returncode == 0
        )

    def _run(self, command: list[str], environment: dict[str, str]) -> None:
        with (self.folder / "log").open("ab") as log:
            started = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        self._processes.append(started)

    def _wait(self, is_so: Any) -> None:
        give_up = time.monotonic() + START_SECONDS
        while True:
            with suppress(httpx2.TransportError):
                if is_so():
                    return
            said = (self.folder / "log").read_text(errors="replace")[-3_000:]
            assert self._processes[-1].poll() is None, f"it ended: {said}"
            assert time.monotonic() < give_up, f"it is not ready: {said}"
            time.sleep(0.05)


def _what_is_not_needed(folder: str, names: list[str]) -> list[str]:
    unwanted = {"wp-config.php", "languages"}
    if Path(folder).name == "wp-content":
        unwanted |= {"plugins", "themes"}
    return [name for name in names if name in unwanted]
