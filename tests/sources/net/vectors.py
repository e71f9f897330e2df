"""Addresses that lead inside, made by rule from what is inside, and those that others were once caught by."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Network

INSIDE_4 = ("127.0.0.1", "127.255.255.254", "169.254.169.254", "10.0.0.1", "192.168.1.1", "172.16.0.1", "0.0.0.0")

# What no guard may call public.
NETWORKS_4 = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "168.63.129.16/32",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.175.48.0/24",
]
NETWORKS_6 = [
    "::/96",
    "::ffff:0:0/96",
    "::ffff:0:0:0/96",
    "64:ff9b:1::/48",
    "100::/64",
    "2001::/32",
    "2001:2::/48",
    "2001:10::/28",
    "2001:20::/28",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
    "4000::/3",
    "2620:4f:8000::/48",
]


def _edges(network: str) -> list[str]:
    net = IPv6Network(network) if ":" in network else IPv4Network(network)
    middle = net[net.num_addresses // 2]
    return [f"[{ip}]" if ":" in network else str(ip) for ip in dict.fromkeys((net[0], middle, net[-1]))]


def spellings(ip: str) -> list[str]:
    """Every way glibc, browsers or IPv6 are known to write an IPv4 address, apart from the plain one."""
    number = int(IPv4Address(ip))
    a, b, c, d = ip.split(".")
    low = f"{number:08x}"
    six = f"{low[:4]}:{low[4:]}"
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    circled = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
    bold = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
    numbers = [
        str(number),
        hex(number),
        hex(number).upper(),
        f"0{number:o}",
        f"0x{0:016x}{number:x}",
        ".".join(f"0{int(part):o}" for part in (a, b, c, d)),
        ".".join(hex(int(part)) for part in (a, b, c, d)),
        ".".join(f"{int(part):03d}" for part in (a, b, c, d)),
        f"{a}.{number & 0xFFFFFF}",
        f"{a}.{b}.{number & 0xFFFF}",
        f"{a}.0x{number & 0xFFFFFF:x}",
        f"{ip}.",
        f"{number}.",
        ip.translate(wide),
        ip.translate(circled),
        ip.translate(bold),
        ip.replace(".", "。"),
        ip.replace(".", "．"),
        ip.replace(".", "%2e"),
        "".join(f"%{ord(character):02x}" for character in ip),
    ]
    teredo = f"2001:0:0:0:0:0:{number ^ 0xFFFFFFFF:08x}"
    inside_six = [
        f"::ffff:{ip}",
        f"::ffff:{six}",
        f"0:0:0:0:0:ffff:{six}",
        f"::{ip}",
        f"::ffff:0:{ip}",
        f"64:ff9b::{ip}",
        f"64:ff9b::{six}",
        f"64:ff9b:1::{ip}",
        f"2002:{six}::",
        f"{teredo[:-4]}:{teredo[-4:]}",
        f"::ffff:{ip}%25lo",
    ]
    return numbers + [f"[{text}]" for text in inside_six]


HOSTS = list(
    dict.fromkeys(
        [
            *INSIDE_4,
            *(host for network in NETWORKS_4 + NETWORKS_6 for host in _edges(network)),
            *(host for ip in INSIDE_4 for host in spellings(ip)),
            *("127.1", "127.0.1", "0", "0x0", "00", "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]"),
            *(
                "[::1%25lo]",
                "[::1%lo]",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[::1].",
                "[::1",
                "::1",
                "[]",
                "[127.0.0.1]",
            ),
            *(
                "localhost",
                "localhost.",
                "LOCALHOST",
                "ｌｏｃａｌｈｏｓｔ",
                "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
                "ip6-localhost",
                "loopback",
                "redis",
            ),
            *(
                "127.0.0.1.0x",
                "1.2.3.4.5",
                "1.2.3.256",
                "256.256.256.256",
                "1..2.3",
                ".127.0.0.1",
                "127.0.0.1..",
                "+127.0.0.1",
            ),
            *("[fd00:ec2::254]", "[fd20:ce::254]", "100.100.100.200", "192.0.0.192", "[::ffff:a9fe:a9fe]"),
        ]
    )
)


def addresses(port: int) -> list[str]:
    """Whole addresses; where a port can stand it is `port`, at which a canary listens."""
    schemes = "file gopher ftp ftps dict ldap tftp ws wss data javascript jar netdoc ssh sftp smb unix blob view-source"
    at = f"127.0.0.1:{port}"
    return [
        *(f"http://{host}:{port}/" for host in HOSTS),
        *(f"{scheme}://{at}/" for scheme in schemes.split()),
        *("file:///etc/passwd", "data:text/html,x", "javascript:alert(1)", "about:blank", "mailto:a@b.example"),
        # A public host in front, the inside behind, and the other way round.
        *(f"http://{user}@{at}/" for user in ("", "u", "u:p", ":", "93.184.216.34", "a%40b", "news.example:80")),
        *(f"http://{at}{mark}@news.example/" for mark in ("", "#", "?", "/", "\\", "%00", "%23", ";")),
        *(
            f"http://{at}{mark}.news.example/"
            for mark in (";", ",", "%", "%2f", "|", "^", "`", "'", '"', "<", "&", "$")
        ),
        *(f"http://news.example{mark}@{at}/" for mark in ("\\", "%2f", "%5c", "%23", "%3f", ":80", ":80:")),
        *(f"http:{mark}{at}/" for mark in ("\\\\", "/\\", "\\/", "/", "///", "////", "", "/ /")),
        *(
            f"http://{mark}{at}/"
            for mark in ("\x00", "\x01", "\t", "\n", "\r\n", " ", "\x7f", "%00", "%0a", "%09", "%20")
        ),
        *(f"http://127.0.0.1{mark}:{port}/" for mark in ("\x00", "\t", "\n", " ", "%00", "%20", "\u200b", "\u00ad.x")),
        *(
            f"http://127.0.0.1:{wrong}/"
            for wrong in ("-1", "0", "65536", "99999", "８０", "80x", "0x50", "+80", " 80", port)
        ),
        # Names and ports that no article cites.
        *(
            f"http://93.184.216.34:{other}/"
            for other in (1, 22, 23, 25, 53, 110, 2375, 3306, 5432, 6379, 9200, 11211, 27017)
        ),
        *(
            at,
            f"//{at}/",
            "",
            " ",
            "http",
            "http:",
            "http://",
            "https://",
            "http://:80/",
            "http://./",
            "http://../",
            "?",
            "#",
        ),
        "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 200 + "example/",
        "http://news.example/" + "a" * 5000,
        "http://ex℀mple.example/",
        "http://[::ffff:127.0.0.1]:80:80/",
        "http://-news-.example/",
        "http://\ud800.example/",
        "http://news.example/\ud800",
    ]
