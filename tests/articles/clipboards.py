"""What three word processors put on the clipboard for the same few things, as HTML."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml>
<![endif]--><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='mso-outline-level:1'><b>Walking</b><o:p></o:p></h1>
<p class=MsoNormal>It is <b style='mso-bidi-font-weight:normal'>safe</b> for
<i>most</i> people,<span style='mso-spacerun:yes'>&nbsp; </span>says \u201cDoe\u201d &amp; others,
p &lt; 0.05. See <a href="https://a.example/x_(1)">the page</a><a href="#_ftn1"
name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>\u00b7<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>First<o:p>
</o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>
Inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>\u00b7<span>&nbsp;</span></span>Second</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span>One</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Two</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'>
<tr><td width=200><p class=MsoNormal><b>Who</b></p></td>
<td><p class=MsoNormal><b>How often</b></p></td></tr>
<tr><td><p class=MsoNormal>Adults</p></td><td><p class=MsoNormal>Twice</p></td></tr></table>
<p class=MsoNormal><img width=20 src="file:///C:/Temp/clip_image001.png" alt="A graph"></p>
<!--EndFragment--></body></html>"""

WORD_AS_MARKDOWN = """### Walking

It is **safe** for *most* people, says \u201cDoe\u201d & others, p < 0.05. See \
[the page](https://a.example/x_%281%29)\\[1\\].

- First
  - Inner
- Second

1. One
2. Two

| Who | How often |
| --- | --- |
| Adults | Twice |"""

GOOGLE_DOCS = (
    "<meta charset='utf-8'>"
    '<b style="font-weight:normal;" id="docs-internal-guid-5d1c">'
    '<h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400;">Walking'
    "</span></h2>"
    '<p dir="ltr"><span style="font-weight:400;font-style:normal;">It is </span>'
    '<span style="font-weight:700;font-style:normal;">safe</span>'
    '<span style="font-weight:400;"> for </span><span style="font-style:italic;">most</span>'
    '<span> \u2018people\u2019. </span><a href="https://a.example/" style="text-decoration:none;">'
    '<span style="color:#1155cc;">The page</span></a></p><br>'
    '<h3 dir="ltr"><span>How</span></h3>'
    '<ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation">'
    '<span>First</span></p></li><ul><li dir="ltr" aria-level="2"><p>Inner</p></li></ul>'
    "<li><p><span>Second</span></p></li></ul></b>"
    '<br class="Apple-interchange-newline">'
)

GOOGLE_DOCS_AS_MARKDOWN = """### Walking

It is **safe** for *most* \u2018people\u2019. [The page](https://a.example/)

#### How

- First
  - Inner
- Second"""

LIBREOFFICE = """<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">p { line-height: 115%; margin-bottom: 0.25cm }</style></head>
<body lang="en-GB" link="#000080" dir="ltr"><h1 class="western">Walking</h1>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif"><font size="3"
style="font-size: 12pt">It is <b>safe</b> for
<i>most</i> people.</font></font></p>
<ol><li><p style="margin-bottom: 0cm">First</p></li>
<li><p style="margin-bottom: 0cm">Second<br/>
line</p></li></ol>
<table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/>
<thead><tr><th><p>Who</p></th><th><p>How often</p></th></tr></thead>
<tbody><tr><td><p>Adults</p></td><td><p>2 | 3 times</p></td></tr></tbody></table>
<p><br/>
</p></body></html>"""

LIBREOFFICE_AS_MARKDOWN = """### Walking

It is **safe** for *most* people.

1. First
2. Second\\
   line

| Who | How often |
| --- | --- |
| Adults | 2 \\| 3 times |"""
