"""The Chromium of tests and benches: which one, and how it is started."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first is Chromium without its windows: a page opens five times sooner (`site-build.sh` has the same)."""

_NO_FEATURES = (
    # What Playwright turns off itself: naming any feature replaces its list.
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,"
    "HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,"
    "PreconnectToSearch,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,AimEnabled,"
    # Each page would start a second renderer, for the suggestions of an address bar that nobody sees.
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    f"--disable-features={_NO_FEATURES}",
)


def path() -> str | None:
    """The one `POC_CHROMIUM` names, else one that is here; None: Playwright's own."""
    return os.environ.get("POC_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright: Playwright) -> Browser:
    """Without sandbox, background traffic or windows."""
    return playwright.chromium.launch(executable_path=path(), args=FLAGS)
