"""Small Word files, made by hand: python-docx knows no footnotes."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(body, **parts):
    """The bytes of a document; further parts by name, with "__" for "/" ("word__footnotes")."""
    members = {"[Content_Types].xml": TYPES, "word/document.xml": document(body)}
    for name, content in parts.items():
        path = name.replace("__", "/")
        members[path if "." in path else f"{path}.xml"] = content
    return zipped(members)


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def document(body):
    return f"<?xml version='1.0'?><w:document {SPACES}><w:body>{body}</w:body></w:document>"


def p(*runs, style="", number=""):
    """A paragraph of runs; text that is no markup yet becomes one."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def run(text, about=""):
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def raised(text):
    return run(text, '<w:vertAlign w:val="superscript"/>')


def footnote(id, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def notes(kind="footnote", **texts):
    """The part with the notes: n1="…" is the note with id 1. Two separators come first, as Word writes them."""
    ends = "".join(f'<w:{kind} w:type="separator" w:id="{id}">{p("-")}</w:{kind}>' for id in (-1, 0))
    found = "".join(
        f'<w:{kind} w:id="{key[1:]}">{p(f"<w:r><w:{kind}Ref/></w:r>", " " + text)}</w:{kind}>'
        for key, text in texts.items()
    )
    return f"<w:{kind}s {SPACES}>{ends}{found}</w:{kind}s>"


def relations(*found):
    """Rows of id, kind, target and whether it lies outside."""
    mode = {True: ' TargetMode="External"', False: ""}
    rows = "".join(
        f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"{mode[outside]}/>'
        for id, kind, target, outside in found
    )
    return f'<Relationships xmlns="{RELATIONS}">{rows}</Relationships>'
