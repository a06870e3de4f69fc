"""A correct feed that uses nearly every tag, for tests to break in one place each."""

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
     xmlns:atom="http://www.w3.org/2005/Atom"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
     xmlns:podcast="https://podcastindex.org/namespace/1.0"
     xmlns:psc="http://podlove.org/simple-chapters">
<channel>
<title>Tiny &amp; “small”</title>
<link>https://tiny.example/listen/</link>
<description>Programmes of a tiny station.</description>
<language>en-gb</language>
<copyright>Tiny Station</copyright>
<managingEditor>hello@tiny.example (Tiny Station)</managingEditor>
<lastBuildDate>Thu, 13 Mar 2025 18:00:00 +0000</lastBuildDate>
<generator>Recovery Radio</generator>
<image><url>https://tiny.example/cover.png</url><title>Tiny</title><link>https://tiny.example/</link></image>
<atom:link rel="self" type="application/rss+xml" href="https://tiny.example/feed.xml"/>
<atom:link rel="next" href="https://tiny.example/feed-2.xml"/>
<atom:link rel="last" href="https://tiny.example/feed-2.xml"/>
<itunes:author>Tiny Station</itunes:author>
<itunes:owner><itunes:name>Tiny Station</itunes:name><itunes:email>hello@tiny.example</itunes:email></itunes:owner>
<itunes:explicit>false</itunes:explicit>
<itunes:type>serial</itunes:type>
<itunes:image href="https://tiny.example/cover.png"/>
<itunes:category text="Health &amp; Fitness"><itunes:category text="Mental Health"/></itunes:category>
<itunes:new-feed-url>https://tiny.example/feed.xml</itunes:new-feed-url>
<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>
<podcast:locked>yes</podcast:locked>
<podcast:medium>podcast</podcast:medium>
<podcast:license url="https://creativecommons.org/licenses/by/4.0/">cc-by-4.0</podcast:license>
<podcast:funding url="https://tiny.example/give/">Help us</podcast:funding>
<podcast:person role="host">Robin</podcast:person>
<podcast:image href="https://tiny.example/cover.png" alt="A dot." aspect-ratio="1/1" width="1400"/>
<podcast:trailer url="https://tiny.example/trailer.mp3" pubdate="Wed, 05 Mar 2025 18:00:00 GMT" length="4000" type="audio/mpeg" season="1">Soon</podcast:trailer>
<podcast:socialInteract protocol="disabled"/>
<podcast:block id="amazon">yes</podcast:block>
<podcast:updateFrequency rrule="FREQ=WEEKLY">Every week</podcast:updateFrequency>
<podcast:podroll><podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810" feedUrl="https://other.example/rss" title="Other"/></podcast:podroll>
<podcast:txt purpose="verify">S6lpp-7ZCn8</podcast:txt>
<item>
<title>One &amp; only</title>
<link>https://tiny.example/episodes/one/</link>
<description>What happened first.</description>
<content:encoded><![CDATA[<p>What <a href="https://tiny.example/">happened</a> first.<br/></p><ul><li>One</li></ul>]]></content:encoded>
<guid isPermaLink="false">tiny-0001</guid>
<pubDate>Wed, 12 Mar 2025 18:00:00 +0000</pubDate>
<enclosure url="https://tiny.example/episodes/one/one.mp3" length="9000" type="audio/mpeg"/>
<itunes:duration>1471</itunes:duration>
<itunes:episodeType>full</itunes:episodeType>
<itunes:season>1</itunes:season>
<itunes:episode>1</itunes:episode>
<itunes:explicit>false</itunes:explicit>
<itunes:image href="https://tiny.example/episodes/one/cover.jpg"/>
<podcast:season name="Beginnings">1</podcast:season>
<podcast:episode display="Ch. 1">1</podcast:episode>
<podcast:transcript url="https://tiny.example/episodes/one/one.vtt" type="text/vtt" language="en" rel="captions"/>
<podcast:transcript url="https://tiny.example/episodes/one/one.srt" type="application/x-subrip"/><podcast:transcript url="https://tiny.example/episodes/one/#words" type="text/html"/>
<podcast:chapters url="https://tiny.example/episodes/one/chapters.json" type="application/json+chapters"/>
<podcast:soundbite startTime="73.0" duration="60.0">A taste</podcast:soundbite>
<podcast:person role="guest" group="cast">Sam</podcast:person>
<podcast:license>cc-by-4.0</podcast:license>
<podcast:txt purpose="ai-content">false</podcast:txt>
<podcast:location rel="subject" geo="geo:54.5,-3.2" osm="R58447" country="gb">England</podcast:location>
<podcast:alternateEnclosure type="audio/ogg" length="3000" bitrate="24000" title="Low data" default="false">
<podcast:source uri="https://tiny.example/episodes/one/one.opus"/>
<podcast:integrity type="sri" value="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"/>
</podcast:alternateEnclosure>
<psc:chapters version="1.2">
<psc:chapter start="00:00:00.000" title="Hello"/>
<psc:chapter start="00:12:34.500" title="The story" href="https://tiny.example/story/"/>
</psc:chapters>
</item>
<item>
<title>Two</title>
<link>https://tiny.example/episodes/two/</link>
<description>What happened next.</description>
<guid>https://tiny.example/episodes/two/</guid>
<pubDate>Thu, 13 Mar 2025 18:00:00 GMT</pubDate>
<enclosure url="https://cdn.example/two.m4a?v=2" length="7000" type="audio/x-m4a"/>
<itunes:duration>700</itunes:duration>
<itunes:episodeType>bonus</itunes:episodeType>
<itunes:explicit>false</itunes:explicit>
<itunes:image href="https://cdn.example/two.png"/>
<podcast:transcript url="https://tiny.example/episodes/two/two.json" type="application/json"/>
</item>
</channel>
</rss>
"""
