"""Writes the manual page from what the argument parser knows: proviso --experimental-dump-help | manual.py <version> <date>."""
import json
import sys

version, date = sys.argv[1:]
root = json.load(sys.stdin)["command"]


def escaped(text):
    """Text that troff takes as it is."""
    text = (text or "").replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return "\\&" + text if text[:1] in (".", "'") else text


def names(argument):
    spelled = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names") or []]
    value = argument.get("valueName") or ""
    if argument["kind"] == "positional":
        return f"\\fI{escaped(value)}\\fR" + (" ..." if argument.get("isRepeating") else "")
    shown = ", ".join(f"\\fB{escaped(name)}\\fR" for name in spelled)
    return shown + (f" \\fI{escaped(value)}\\fR" if argument["kind"] == "option" else "")


def arguments(command, lines):
    for argument in command.get("arguments") or []:
        if argument.get("shouldDisplay", True):
            default = argument.get("defaultValue")
            lines += [".TP", names(argument), escaped(argument.get("abstract")) + (f" (default: {escaped(default)})" if default else "")]


def commands(command, path, lines):
    for inner in command.get("subcommands") or []:
        if inner["commandName"] == "help" or not inner.get("shouldDisplay", True):
            continue
        here = f"{path} {inner['commandName']}"
        lines += [f".SS \"{escaped(here)}\"", escaped(inner.get("abstract"))]
        arguments(inner, lines)
        commands(inner, here, lines)


lines = [
    f".TH PROVISO 1 {date} \"Proviso {version}\"",
    ".SH NAME", f"proviso \\- {escaped(root.get('abstract'))}",
    ".SH SYNOPSIS", "\\fBproviso\\fR \\fIcommand\\fR [\\fIoptions\\fR]",
    ".SH DESCRIPTION", escaped(root.get("discussion")),
    ".SH OPTIONS",
]
arguments(root, lines)
lines.append(".SH COMMANDS")
commands(root, "proviso", lines)
print("\n".join(line for line in lines if line))
