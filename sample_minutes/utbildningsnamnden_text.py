"""What the municipal board's minutes say, in the marks of word_paper."""

BEFORE_THE_VOTE = """
§ Val av justerare

## Beslut

Utbildningsnämnden beslutar

– att utse Rolf Cederqvist att jämte ordföranden justera protokollet.

§ Fastställande av dagordning

## Beslut

Utbildningsnämnden beslutar

– att fastställa dagordningen med tillägg av ett informationsärende om lovskolan.

§ Information från förvaltningen

Förvaltningschef Anders Wedholm informerar om elevantalet vid höstterminens start och om lovskolan i
juni. Kommunstyrelsen har beslutat om ett nytt avtal för skolskjutsarna. Skolinspektionen ska besöka
Sjöbackaskolan under november.

Anders Wedholm återkommer med en redovisning av lovskolans resultat på sammanträdet i november.

## Beslut

Utbildningsnämnden beslutar

– att notera informationen till protokollet.

§ Ekonomisk uppföljning per den 30 september

Dnr UN 2026/118

## Sammanfattning av ärendet

Förvaltningen räknar med ett underskott på 2,4 miljoner kronor för helåret, främst på grund av högre
kostnader för tilläggsbelopp. Ekonom Sofia Brännlid redovisar uppföljningen.

## Förslag till beslut

Förvaltningen föreslår att nämnden godkänner uppföljningen och att en åtgärdsplan redovisas i december.

## Yrkanden

Veronica Lundsbo (M) yrkar att åtgärdsplanen ska redovisas redan i november och att alla inköp ska
prövas av förvaltningschefen.

Elias Fahlgren (MP) yrkar bifall till förvaltningens förslag.

## Beslutsgång

Ordföranden ställer förslagen mot varandra och finner att nämnden bifaller förvaltningens förslag.
Votering begärs. Den som bifaller förvaltningens förslag röstar ja. Den som bifaller Veronica Lundsbos
yrkande röstar nej. Med 4 ja-röster mot 3 nej-röster bifaller nämnden förvaltningens förslag.
"""

AFTER_THE_VOTE = """
## Beslut

Utbildningsnämnden beslutar

– att godkänna den ekonomiska uppföljningen per den 30 september 2026,

– att ge förvaltningschefen i uppdrag att redovisa en åtgärdsplan för en budget i balans senast den
16 december 2026.

## Reservation

Rolf Cederqvist (M), Veronica Lundsbo (M) och Birgit Oskarsdotter (KD) reserverar sig mot beslutet till
förmån för Veronica Lundsbos yrkande.

Beslutet skickas till ⏎Kommunstyrelsen ⏎Förvaltningschefen

§ Bidrag till Åsby ungdomsorkester 2027

Dnr UN 2026/131

## Jäv

Veronica Lundsbo (M) anmäler jäv och deltar varken i handläggningen eller i beslutet.

## Sammanfattning av ärendet

Orkestern har ansökt om 85 000 kronor till verksamheten och 40 000 kronor till instrument. Enligt
kommunfullmäktiges riktlinjer ska bidrag till utrustning sökas hos kulturnämnden.

## Beslut

Utbildningsnämnden beslutar

– att bevilja Åsby ungdomsorkester 85 000 kronor i verksamhetsbidrag för 2027,

– att avslå ansökan om bidrag till instrument.

§ Yttrande över detaljplan för Kvarnängen

Dnr UN 2026/140

## Beslut

Utbildningsnämnden beslutar

– att anta förvaltningens yttrande som sitt eget,

– att förklara paragrafen omedelbart justerad.

§ Remiss: motion om skolfrukost

Dnr UN 2026/97

## Sammanfattning av ärendet

Kommunfullmäktige beslutade 2026-05-18, § 44, att remittera motionen till utbildningsnämnden.
Motionären anser att alla grundskolor bör servera frukost. Skulle det införas överallt kostar det
enligt en grov uppskattning 6 miljoner kronor om året.

## Beslut

Utbildningsnämnden beslutar

– att föreslå kommunfullmäktige att motionen anses besvarad,

– att uppdra åt Sofia Brännlid att beräkna kostnaden för skolfrukost vid två skolor inför budget 2028.

§ Lokalplan 2027–2031

Dnr UN 2026/125

## Beslut

Utbildningsnämnden beslutar

– att återremittera ärendet till förvaltningen för komplettering med kostnader för Sjöbackaskolan.

§ Anmälan av delegationsbeslut

Förvaltningschefen har beslutat om skolplacering i tre ärenden och rektorerna om anställningar enligt
bilaga 1.

## Beslut

Utbildningsnämnden beslutar

– att lägga redovisningen av delegationsbeslut till handlingarna.

Ordföranden tackar och avslutar sammanträdet kl. 16.40. Nästa sammanträde hålls onsdagen den 25 november
2026 kl. 13.15.
"""
