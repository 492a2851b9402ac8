package dev.likeness.privacy.detect;

import java.util.List;

/** Towns, regions and countries that the word lists of Datafaker leave out. */
final class Places {

  static final List<String> CITIES =
      list(
          """
          New York,Los Angeles,Chicago,Houston,Phoenix,Philadelphia,San Antonio,San Diego,Dallas
          San Jose,Austin,Jacksonville,Fort Worth,Columbus,Charlotte,San Francisco,Indianapolis
          Seattle,Denver,Washington,Boston,El Paso,Nashville,Detroit,Oklahoma City,Portland,Las Vegas
          Memphis,Louisville,Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Kansas City,Mesa
          Atlanta,Omaha,Colorado Springs,Raleigh,Miami,Virginia Beach,Oakland,Minneapolis,Tulsa
          Arlington,Tampa,New Orleans,Wichita,Cleveland,Bakersfield,Aurora,Anaheim,Honolulu,Santa Ana
          Riverside,Corpus Christi,Lexington,Stockton,Henderson,Saint Paul,St. Louis,Cincinnati
          Pittsburgh,Greensboro,Anchorage,Plano,Lincoln,Orlando,Irvine,Newark,Toledo,Durham,Buffalo
          Madison,Boise,Richmond,Spokane,Rochester,Worcester,Springfield,Cambridge,Salt Lake City
          London,Birmingham,Manchester,Leeds,Glasgow,Sheffield,Bradford,Liverpool,Edinburgh,Bristol
          Cardiff,Belfast,Leicester,Wakefield,Coventry,Nottingham,Newcastle,Sunderland,Brighton,Hull
          Plymouth,Stoke-on-Trent,Wolverhampton,Derby,Swansea,Southampton,Aberdeen,Westminster,York
          Portsmouth,Peterborough,Dundee,Oxford,Reading,Norwich,Exeter,Bath,Gloucester,Cheltenham
          Dublin,Cork,Galway,Limerick,Paris,Marseille,Lyon,Toulouse,Nice,Nantes,Strasbourg,Montpellier
          Bordeaux,Lille,Rennes,Reims,Toulon,Grenoble,Dijon,Angers,Nîmes,Le Havre,Berlin,Hamburg
          München,Munich,Köln,Cologne,Frankfurt,Frankfurt am Main,Stuttgart,Düsseldorf,Leipzig,Dortmund
          Essen,Bremen,Dresden,Hannover,Nürnberg,Duisburg,Bochum,Wuppertal,Bielefeld,Bonn,Münster
          Mannheim,Karlsruhe,Augsburg,Wiesbaden,Kiel,Aachen,Mainz,Freiburg,Lübeck,Rostock,Wien,Vienna
          Graz,Linz,Salzburg,Innsbruck,Klagenfurt,Zürich,Zurich,Genève,Geneva,Basel,Bern,Lausanne
          Luzern,Madrid,Barcelona,Valencia,Sevilla,Zaragoza,Málaga,Murcia,Palma,Bilbao,Alicante
          Córdoba,Valladolid,Vigo,Gijón,Granada,Oviedo,Lisboa,Lisbon,Porto,Braga,Coimbra,Faro,Roma
          Rome,Milano,Milan,Napoli,Naples,Torino,Turin,Palermo,Genova,Bologna,Firenze,Florence,Bari
          Catania,Venezia,Venice,Verona,Messina,Padova,Trieste,Brescia,Parma,Modena,Amsterdam
          Rotterdam,Den Haag,Utrecht,Eindhoven,Groningen,Tilburg,Almere,Breda,Nijmegen,Arnhem,Haarlem
          Maastricht,Leiden,Delft,Zwolle,Bruxelles,Brussels,Antwerpen,Gent,Brugge,Liège,Luxembourg
          København,Copenhagen,Aarhus,Odense,Aalborg,Stockholm,Göteborg,Malmö,Uppsala,Oslo,Bergen
          Trondheim,Stavanger,Helsinki,Espoo,Tampere,Turku,Reykjavik,Tallinn,Riga,Vilnius,Moscow
          Saint Petersburg,Kyiv,Minsk,Prague,Praha,Brno,Budapest,Bucharest,Sofia,Belgrade,Zagreb
          Athens,Istanbul,Ankara,Izmir,Toronto,Montreal,Montréal,Vancouver,Calgary,Ottawa,Edmonton
          Winnipeg,Quebec City,Hamilton,Halifax,Sydney,Melbourne,Brisbane,Perth,Adelaide,Canberra
          Hobart,Darwin,Auckland,Wellington,Christchurch,Mumbai,Delhi,New Delhi,Bangalore,Bengaluru
          Hyderabad,Chennai,Kolkata,Pune,Ahmedabad,Jaipur,Lucknow,Surat,Kanpur,Nagpur,Indore,Tokyo
          Osaka,Kyoto,Yokohama,Nagoya,Sapporo,Seoul,Busan,Beijing,Shanghai,Guangzhou,Shenzhen
          Hong Kong,Taipei,Singapore,Bangkok,Hanoi,Jakarta,Manila,Kuala Lumpur,Dubai,Abu Dhabi,Doha
          Riyadh,Tel Aviv,Jerusalem,Cairo,Casablanca,Tunis,Algiers,Lagos,Nairobi,Accra,Johannesburg
          Cape Town,Mexico City,México D.F.,Guadalajara,Monterrey,Puebla,Bogotá,Medellín,Lima
          Santiago,Buenos Aires,Rosario,Montevideo,Caracas,Quito,São Paulo,Rio de Janeiro,Brasília
          Salvador,Fortaleza,Belo Horizonte,Curitiba,Recife,Porto Alegre,Havana,San Juan
          """);

  static final List<String> REGIONS =
      list(
          """
          England,Scotland,Wales,Northern Ireland,Yorkshire,Kent,Essex,Surrey,Sussex,Devon,Cornwall
          Lancashire,Cheshire,Norfolk,Suffolk,Hampshire,Somerset,Dorset,Greater London,West Midlands
          Greater Manchester,Merseyside,Hertfordshire,Oxfordshire,Midlothian,Tyne and Wear
          New South Wales,Victoria,Queensland,South Australia,Western Australia,Tasmania,nsw,vic,qld
          sa,wa,tas,nt,act,Northeast,Midwest,South,West,North,East,Southeast,Southwest,Northwest
          New England,Middle Atlantic,East North Central,West North Central,South Atlantic,Mountain
          East South Central,West South Central,Pacific,District of Columbia,dc,pr,Ontario,Québec
          Andalucía,Cataluña,Galicia,Castilla y León,País Vasco,Comunidad de Madrid,Aragón,Asturias
          Île-de-France,Bretagne,Normandie,Occitanie,Nouvelle-Aquitaine,Grand Est,Hauts-de-France
          Lombardia,Lazio,Campania,Sicilia,Veneto,Toscana,Piemonte,Puglia,Emilia-Romagna,Liguria
          Noord-Holland,Zuid-Holland,Noord-Brabant,Gelderland,Bayern,Hessen,Sachsen,Nordrhein-Westfalen
          Tirol,Steiermark,Kärnten,Burgenland,Vorarlberg,Oberösterreich,Niederösterreich
          Mazowieckie,Małopolskie,Wielkopolskie,Śląskie,Dolnośląskie,Tamil Nadu,Kerala,Karnataka
          Maharashtra,Gujarat,Punjab,Uttar Pradesh,West Bengal,Rajasthan,Bihar,Telangana
          """);

  static final List<String> COUNTRIES =
      list(
          """
          USA,US,U.S.,U.S.A.,UK,U.K.,England,Scotland,Wales,Great Britain,Holland,Czech Republic
          Hong Kong,South Korea,North Korea,Korea,Russia,Iran,Syria,Vietnam
          Viet Nam,Laos,Burma,Macedonia,Trinidad and Tobago,Bosnia,Ivory Coast,Congo,UAE,Palestine,Swaziland,Republic of Korea
          Palestinian Territory,Libyan Arab Jamahiriya,Moldova,Tanzania,Venezuela,Bolivia,Macau,Taiwan
          Brasil,Deutschland,España,Italia,Schweiz,Österreich,Nederland,Polska,Sverige,Norge,Danmark
          """);

  private Places() {}

  private static List<String> list(String names) {
    return List.of(names.strip().split("\\s*[,\n]\\s*"));
  }
}
