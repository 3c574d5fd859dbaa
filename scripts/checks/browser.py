"""Headless Chromium for the checks: no request leaves the machine."""
import json, os, shutil
from pathlib import Path
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


def open_browser():
    options = Options()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in ("--headless=new", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                 "--host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(flag)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = shutil.which("chromedriver") or "chromedriver"
    browser = webdriver.Chrome(options=options, service=Service(driver, log_output=os.devnull))
    browser.set_script_timeout(300)
    return browser


def emulate(browser, width, height, scheme="light", mobile=False, media="", forced="none"):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": media, "features": [{"name": "prefers-color-scheme", "value": scheme},
                                     {"name": "forced-colors", "value": forced}]})


def address(page):
    return Path(page).resolve().as_uri()


def requests_seen(browser):
    """Every address that pages asked for."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
