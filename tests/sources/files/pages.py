"""Two web pages of different kinds, with all that stands around an article."""

WIKI = """<!DOCTYPE html><html lang="en"><head><title>Harbour raid - Wiki</title>
<meta name="generator" content="MediaWiki 1.43">
<script type="application/ld+json">{"@type": "Article", "headline": "Harbour raid", "datePublished": "2019-01-01",
"dateModified": "2024-05-06T01:02:03Z"}</script></head><body class="skin-vector mw-hide-empty-elt">
<nav><ul><li>Main page</li></ul></nav><h1>Harbour raid</h1>
<div id="mw-content-text"><div class="mw-content-ltr mw-parser-output" lang="en">
<table class="infobox vcard"><tr><td>Month</td><td>May</td></tr></table>
<p>At least 40 boats were sunk.<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1"><span
class="cite-bracket">&#91;</span>1<span class="cite-bracket">&#93;</span></a></sup><sup id="cite_ref-2"
class="reference"><a href="#cite_note-2">[2]</a></sup> Crews denied it.<sup class="reference"
id="cite_ref-n_3-0"><a href="#cite_note-n-3">[a]</a></sup><sup class="noprint Inline-Template">[<i><a
href="/wiki/x">citation needed</a></i>]</sup> Some 10<sup>6</sup> coins.<sup id="cite_ref-q"
class="reference"><a href="#cite_note-q-5">[note 1]</a></sup></p><span style="display:none">Hidden words</span>
<div class="mw-heading"><h2 id="Notes">Notes</h2><span class="mw-editsection">[<a href="/e">edit</a>]</span></div>
<div class="reflist"><ol class="references"><li id="cite_note-n-3"><span class="mw-cite-backlink"><b><a
href="#cite_ref-n_3-0">^</a></b></span> <span class="reference-text">By radio.</span></li></ol></div>
<ol class="references"><li id="cite_note-q-5"><b><a href="#cite_ref-q">^</a></b> <span>In old coins.</span></li></ol>
<div class="mw-heading"><h2 id="References">References</h2><span class="mw-editsection">[<a>edit</a>]</span></div>
<div class="reflist"><div class="mw-references-wrap"><ol class="references">
<li id="cite_note-a-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-a_1-0"><sup><i><b>a</b></i></sup></a> <a
href="#cite_ref-a_1-1"><sup><i><b>b</b></i></sup></a></span> <cite class="citation web cs1"><a class="external"
href="https://coast.example/boats?x=1&amp;y=2">“Boats sunk”</a>. <i>Coast Post</i>. 2 May 2024.</cite></li>
<li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> Smith, A. Lost fleets.
doi:<a href="https://doi.org/10.1000/182">10.1000/182</a></li></ol></div></div>
<div class="navbox"><a href="/w">Other wars</a></div></div></div><footer>Privacy</footer></body></html>"""

NEWS = """<!doctype html><html lang="en-GB"><head><title>Ferry sinks | Coast Post</title>
<meta property="og:title" content="Ferry sinks off Lorn"><meta property="og:site_name" content="Coast Post">
<meta name="author" content="Ann Lee"><meta name="author" content="Bo Orr">
<meta property="article:published_time" content="2024-03-02T10:00:00Z">
<link rel="canonical" href="https://coast.example/ferry"></head><body class="has-sidebar">
<div id="cookie-banner">We use cookies. <button>Accept all cookies</button></div>
<header><a href="/">Coast Post</a><nav><ul><li><a href="/news">News</a></li></ul></nav></header>
<main><article><h1>Ferry sinks off Lorn</h1><p class="byline">By Ann Lee</p>
<div class="share-buttons"><a>Share on X</a></div>
<p>At least 31 people died when a ferry sank off the coast of Lorn on Friday, the coast guard said, in the worst
accident there in two decades.<sup id="fnref1"><a href="#fn1">1</a></sup></p>
<p>The ship carried between 200 and 240 passengers, according to the port authority, which has opened an inquiry into
the loading of the vessel.<a href="#fn2" class="footnote-ref" role="doc-noteref">2</a></p>
<h2>What is known</h2>
<ul><li>Some 40 boats took part in the search.</li><li>Three bodies were found on the beach of Tarn.</li></ul>
<blockquote><p>We heard a bang and then the lights went out, said one passenger who was rescued by a fishing boat on
Friday night.</p></blockquote>
<div class="related-articles"><h3>Related</h3><a href="/a">Harbour closed</a></div>
<p>Rescue work went on through the night, with helicopters from three countries, and was halted on Sunday because of
high waves and strong wind.</p>
<div class="footnotes"><hr><ol><li id="fn1"><p><a href="https://guard.example/report">Coast guard report</a>, 2 March
2024. <a href="#fnref1" class="footnote-backref">↩</a></p></li><li id="fn2"><p>Port authority, statement. <a
href="#fnref2">↩︎</a></p></li></ol></div></article>
<aside><h3>Most read</h3><ul><li><a href="/x">Ten best beaches</a></li></ul></aside></main>
<section id="comments"><h3>Comments</h3><p>First! What a sad story this is.</p></section>
<footer><p>© Coast Post. <a href="/t">Terms</a></p></footer></body></html>"""
