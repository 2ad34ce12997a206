"""What a web server says with each page, written once.

`_headers`, the nginx and Apache files of `docs/serveurs/`, the meta tag of each page, the policy
quoted in SECURITY.md and the one of the test server all come from here, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.offline.names import DOWNLOADS, SINGLE

DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Own files only, nothing inline, not even by hash; workers follow `script-src`. `connect-src` is for the
copy kept on a phone, and holds whatever site `connect` of `offer/site.yml` adds."""

ONLY_AS_HEADER = frozenset({"frame-ancestors"})
"""Browsers ignore it in a meta tag, and complain of it in the console."""

UNUSED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "usb",
)
"""What the guide never asks a device for: refused to every page, whatever it may hold."""

ATTACHED = f"{DOWNLOADS}/{SINGLE}"
"""The single file runs its own inline scripts, under its own policy: served as a page, the site's would
stop them, so that it is only ever downloaded."""

MEANT_TO_LAST = 600
"""Seconds a browser may use a style or a script without asking again: their names do not change with
their content, so that a new edition is whole ten minutes later at most."""

ALWAYS_ASK = "no-cache"
"""For pages, worker and manifest: kept, but the server is asked each time whether they changed."""


def policy(connect: Sequence[str] = (), *, meta: bool = False) -> str:
    """The Content-Security-Policy; with `meta`, what a meta tag may say of it (it also holds from file://).

    `connect`: the other sites that pages may call, « https://… » without path (`Site.connect`).
    """
    return _written({**DIRECTIVES, "connect-src": " ".join(("'self'", *connect))}, meta)


def alone(scripts: str, styles: str) -> str:
    """The policy of the single file, a meta tag: nothing but what it holds, each text named by its hash."""
    own = {"script-src": scripts, "style-src": styles, "img-src": "data:"}
    return _written({name: own.get(name, "'none'") for name in DIRECTIVES}, meta=True)


def _written(directives: Mapping[str, str], meta: bool) -> str:
    said = (name for name in directives if not (meta and name in ONLY_AS_HEADER))
    return "; ".join(f"{name} {directives[name]}" for name in said)


def every_page(connect: Sequence[str] = ()) -> Mapping[str, str]:
    """The headers of every answer, in the order they are written."""
    return {
        "Content-Security-Policy": policy(connect),
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def netlify(connect: Sequence[str] = ()) -> str:
    """`_headers`, read by Netlify and by Cloudflare Pages at the root of the site.

    No header in two rules: Cloudflare would join their values.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in every_page(connect).items())]
    lines += [f"  Cache-Control: {ALWAYS_ASK}", f"/{ATTACHED}", "  Content-Disposition: attachment", ""]
    return "\n".join(lines)


def published(text: str) -> Mapping[str, str]:
    """The headers of every answer, as `netlify` wrote them in a built site."""
    rows = (line.strip().partition(": ") for line in text.splitlines() if line.startswith("  "))
    return {name: value for name, _, value in rows if name in every_page()}


def nginx(connect: Sequence[str] = ()) -> str:
    """Lines to include in a `server` block.

    What depends on the address comes from the maps of `nginx_map`: an `add_header` inside a `location`
    would make nginx forget all the others.
    """
    rows = "\n".join(f'add_header {name} "{value}" always;' for name, value in every_page(connect).items())
    return f"""{_WRITTEN_BY}
{rows}
add_header Cache-Control $par_ou_commencer_cache always;
add_header Content-Disposition $par_ou_commencer_disposition;

charset utf-8;
index index.html;
error_page 404 /404.html;
gzip on;
gzip_vary on;
gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml;
"""  # noqa: E501  # one line of the file


def nginx_map() -> str:
    """Lines for the `http` block: how long each kind of file may be used without asking again."""
    return f"""{_WRITTEN_BY}
map $uri $par_ou_commencer_cache {{
    default "{ALWAYS_ASK}";
    ~^/assets/ "max-age={MEANT_TO_LAST}";
}}
map $uri $par_ou_commencer_disposition {{
    default "";
    /{ATTACHED} attachment;
}}
types {{
    application/manifest+json webmanifest;
}}
"""


def apache(connect: Sequence[str] = ()) -> str:
    """A `.htaccess`, or the inside of a `<Directory>`: needs the modules headers and, better, deflate."""
    rows = "\n".join(f'    Header always set {name} "{value}"' for name, value in every_page(connect).items())
    return f"""{_WRITTEN_BY}
<IfModule mod_headers.c>
{rows}
    Header always set Cache-Control "{ALWAYS_ASK}"
    <If "%{{REQUEST_URI}} =~ m#/assets/#">
        Header always set Cache-Control "max-age={MEANT_TO_LAST}"
    </If>
    <If "%{{REQUEST_URI}} == '/{ATTACHED}'">
        Header set Content-Disposition attachment
    </If>
</IfModule>
DirectoryIndex index.html
ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddType application/manifest+json .webmanifest
<IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/javascript application/json
    AddOutputFilterByType DEFLATE application/manifest+json image/svg+xml
</IfModule>
"""


_WRITTEN_BY = "# Écrit par « ./site-build.sh schema » : ne le modifiez pas à la main."

SERVERS = "docs/serveurs"
"""Where the files for one's own server are kept, with the documentation: nothing of them is published."""


def server_files(connect: Sequence[str] = ()) -> Mapping[str, str]:
    """Path from the root of the project → content."""
    return {
        f"{SERVERS}/nginx.conf": nginx(connect),
        f"{SERVERS}/nginx-http.conf": nginx_map(),
        f"{SERVERS}/apache.conf": apache(connect),
    }
