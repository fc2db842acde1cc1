"""Words that would act if a report let them: as markup, link, formula, escape sequence, script, or a key of JSON-LD.

To add one: a line of _SINGLE, or a payload of _PAYLOADS, which is then tried at every place of _PLACES.
"""

_SINGLE = """\
<script>alert(1)</script>
<img src=x onerror=alert(1)>
"><svg onload=alert(1)>
' onmouseover='alert(1)
</style><script>alert(1)</script>
</title><script>alert(1)</script>
<!-- x -->
-->
]]><b>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;script&#62;
javascript:alert(1)
[click](javascript:alert(1))
![x](https://evil.example/x.png)
[x]: https://evil.example "y"
[x][y]
<https://evil.example>
https://evil.example/a?b=c&d
www.evil.example
HTTP://EVIL.EXAMPLE
mail@evil.example
@everyone look
closes #12
GH-12
# heading
### heading
> quoted
- item
+ item
* item
1. item
12) item
```
~~~
`code`
``` `code`` ```
**bold**
__bold__
_it_ *it*
~~gone~~
a | b | c
| --- | --- |
---
===
$x^2$ $$y$$
\\
\\<b>
\\[x](y)
<details><summary>x</summary>
<div hidden>
{{ site.token }}
{% raw %}
:warning:
=1+1
=HYPERLINK("https://evil.example","x")
+1+1
-1+1
@SUM(A1)
\t=1+1
 =1+1
"=1+1
'=1+1
%0A=1+1
|calc
=cmd|' /C calc'!A0
＝1+1
\x1b[31mred
\x1b]8;;https://evil.example\x07x\x1b]8;;\x07
\x9b31m
\x07bell
back\x08\x08space
9\u202e002\u202c
\u2066x\u2069
\u2028line
null\x00byte
\ud83d
\U000e0041tag
[bold red]x[/]
[link=https://evil.example]x[/link]
{0} {x} %s %(x)s ${x}
../../etc/passwd
naïve – “quoted” 90 000 ½ 漢字 שלום 👩‍🚒""".split("\n")

_PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt/src=//evil.example>",
    "<iframe srcdoc='<script>x</script>'>",
    "<a href=data:text/html,x>x</a>",
    "<math><mi//xlink:href='javascript:x'>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "</textarea><b>",
    "<![CDATA[<b>]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e 'x'>]>&e;",
    "&lt;b&gt;&amp;#60;",
    "<!--#exec cmd='x'-->",
    "--!><b>",
    "</script><script>alert(1)</script>",
    "\\u003cscript\\u003e",
    "onfocus=alert(1) autofocus",
    "expression(alert(1))",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "file:///etc/passwd",
    "[x](javascript:alert(1))",
    "[x](<data:text/html,x>)",
    "![x](//evil.example/x.png)",
    "<javascript:alert(1)>",
    "[x]: javascript:x",
    "[^1]: x",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    '=WEBSERVICE("https://evil.example")',
    "=cmd|'/C calc'!A0",
    ";=1+1",
    '",=1+1,"',
    '=1+1","x',
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]52;c;eA==\x07",
    "\x1bP1$r\x1b\\",
    "\x9b2J",
    "\x90x\x9c",
    "\r\x1b[K",
    "\u202eevil\u202c",
    "\u2067x\u2069",
    "9\u200b0",
    "9\u200d0",
    "\ufeffx",
    "\xadx",
    "\ud800",
    "\udfff x",
    "a\x00b",
    "\ufffe",
    "\uffff",
    "\U0001fffe",
    "{{7*7}}",
    "${7*7}",
    "{% x %}",
    "#{x}",
    "<%= x %>",
    "{0.__class__}",
    "%n%s",
    "$(x)",
    "`x`",
    '", "@id": "https://evil.example/", "x": "',
    '"@context": "https://evil.example/"',
    "@id",
    "@context",
    "@type",
    "@graph",
    "reconcile:sha256",
    "x\r\ny",
    "x\ny",
    "x\u2028y",
    "x\x85y",
    '"x""y"',
    "'x'",
    "a,b;c\td",
    '\\"',
    "\\",
    "\\n",
)
_PLACES = ("{}", "people {}", "\r\n{}")
_SIGNS = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
    *range(0xFFF9, 0xFFFE),
)
_LONG = (
    "x" * 5000,
    "<" * 2000,
    "שלום " * 200,
    "مرحبا 90 ١٢",
    "👩‍👩‍👧‍👦" * 50,
    "e" + "\u0301" * 500,
    "नमस्ते 漢字 ｆｕｌｌ",
)
HOSTILE = tuple(
    dict.fromkeys(
        (
            *_SINGLE,
            *(place.format(payload) for payload in _PAYLOADS for place in _PLACES),
            *(f"a{chr(code)}b" for code in _SIGNS),
            *_LONG,
        )
    )
)
