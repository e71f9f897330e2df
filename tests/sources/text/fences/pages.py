"""Pages as news sites, encyclopedias, ministries and journals write them, with words of our own."""

LONG = (
    "The ferry, which was on its way from Lorn to Tarn, had taken on more passengers than it was built for, "
    "the port authority said on Monday. It had been checked in May."
)

NEWS = f"""<!doctype html><html><head><title>Ferry</title></head><body>
<nav class="top"><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>Ferry sinks off Lorn</h1>
<figure class="media"><img src="a.jpg" alt="x"><figcaption><span>A ferry with 500 people nears Tarn.</span>
<span class="credit">Ann Lee/Reuters</span></figcaption></figure>
<p>At least 212 people died. {LONG}</p>
<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">The quay, where 33 boats lay on Friday.</p></div>
<p>{LONG}</p>
<ul><li><a href="/1">Minister resigns over 14 deaths</a></li><li><a href="/2">Port to close for 3 weeks</a></li>
<li><a href="/3">Why ferries sink: 9 answers</a></li></ul>
<p>Some 40 boats took part in the search. {LONG}</p>
<table><caption>Deaths at sea</caption><tr><th>Year</th><th>Dead</th></tr><tr><td>2019</td><td>12</td></tr></table>
<p>{LONG}</p></article></main>
<footer><p>© 2024 Coast Post</p></footer></body></html>"""

WIKI = f"""<!doctype html><html><head><title>Raid - Wiki</title></head><body>
<nav>Main page</nav><div id="mw-content-text"><div class="mw-parser-output">
<table class="infobox vevent"><tbody><tr><th>Strength</th><td>3,000 soldiers</td></tr></tbody></table>
<figure typeof="mw:File/Thumb"><a href="/f"><img></a><figcaption>Harbour with 40 boats</figcaption></figure>
<div class="thumbcaption">Map of 12 forts</div>
<p>The raid cost 212 lives.<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> {LONG}</p>
<h2 id="References">References</h2><div class="mw-references-wrap"><ol class="references">
<li id="cite_note-1"><span class="reference-text">Kell, A. <i>500 raids</i>. Tarn Press, 2001.</span></li></ol></div>
<h2>Further reading</h2><div class="refbegin"><ul><li>Ito, K. Forty boats. 1999.</li></ul></div>
<h2>External links</h2><ul><li><a href="https://a.example">Raids: 60 photos</a></li></ul>
<div class="navbox">Raids of 1807</div></div></div></body></html>"""

MINISTRY = f"""<!doctype html><html><body><header role="banner">Ministry</header>
<div role="navigation"><a href="/a">Data</a></div>
<div id="content"><h1>Losses of the fishing fleet</h1><p>Press release, 3 May 2024</p>
<p>The ministry counts 212 boats lost. {LONG}</p>
<section class="key-figures"><h2>Key figures</h2><p>40 harbours closed</p></section>
<p>{LONG}</p><h2>Notes to editors</h2><ol><li>The fleet has 3,000 boats.</li><li>It had 3,400 in 2010.</li></ol>
<section class="footnotes" role="doc-endnotes"><ol><li id="n1">The count leaves out 12 rafts.</li></ol></section></div>
<aside role="complementary"><h2>Latest</h2><p>70 jobs to fill</p></aside></body></html>"""

JOURNAL = f"""<!doctype html><html><body><article><h1>Silt and dams</h1><p>We studied 312 dams. {LONG}</p>
<figure id="f1"><img><figcaption><b>Figure 1.</b> Dams by age (n = 300).</figcaption></figure>
<p>Figure 1 shows that 40 of them leak. {LONG}</p>
<figure class="table"><table><thead><tr><th>Dam</th><th>Leak</th></tr></thead><tbody><tr><td>Orrin</td><td>12</td></tr>
</tbody></table><figcaption>Table 1: Leaks in litres</figcaption></figure><p>{LONG}</p>
<section id="references"><h2>References</h2><ul class="ref-list"><li>Kell, A. (2019). 500 dams. Tarn Press.</li>
<li>Ito, K. (2001). Silt. Water, 4, 1–9.</li></ul></section></article></body></html>"""
