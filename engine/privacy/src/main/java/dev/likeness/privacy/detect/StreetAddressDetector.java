package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import dev.likeness.table.Role;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where somebody lives: a street with a number, or a whole address. A part of one is a
 * quasi-identifier.
 */
@AutoService(Detector.class)
public final class StreetAddressDetector implements Detector {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?iUs)(?=.*\\d).*(\\b(street|st|avenue|ave|av|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|place|pl"
              + "|square|sq|terrace|way|parkway|pkwy|highway|hwy|circle|cir|trail|crescent|close|grove|alley|walk"
              + "|path|plaza|points?|rest|ridge|village|meadows?|apt|suite|unit|box|calle|c/|avda|avenida|paseo|plaza|camino|carrer|rue|chemin|allee|impasse|quai"
              + "|place|via|viale|piazza|corso|largo|vicolo|rua|travessa|praca|ul|ulica|aleja|al|os|plac|gata|vag)\\b"
              + "|(strasse|straße|str\\.|weg|platz|gasse|allee|ring|ufer|damm|straat|laan|plein|gracht|kade"
              + "|dijk|hof|singel|gatan|vägen|vagen|gade|vej|veien|gata|katu|tie)\\b).*");

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.STREET_ADDRESS)
              .called(
                  """
              address, street, street address, addr, address line, address line 1, address 1,
              addr 1, home address, mailing address, postal address, billing address,
              shipping address, delivery address, residential address, residence,
              permanent address, current address, ship address, location address, full address,
              strasse, str, anschrift, adresse, wohnadresse, strasse und hausnummer,
              strasse hausnummer, lieferadresse, rechnungsadresse, direccion, domicilio, calle,
              direccion postal, adresse postale, rue, voie, adresse 1, indirizzo, via, residenza,
              adres, straat, straatnaam, woonadres, straat en huisnummer, ulica i nr, ulica nr,
              ulica i numer, calle y numero, rua numero, rue numero, strasse nr, endereco, morada,
              rua, logradouro, ulica, adres zamieszkania, adress, gatuadress, gata, gateadresse,
              vejnavn, katuosoite, osoite, street name,
              bezorgadres, afleveradres, woonadres, thuisadres, lieferadresse, rechnungsadresse,
              wohnadresse, anschrift, hausanschrift, adresse de livraison, adresse postale,
              adresse domicile, direccion envio, direccion de envio, domicilio,
              indirizzo residenza, indirizzo di residenza, indirizzo spedizione, residenza,
              morada completa, endereco entrega, adres zamieszkania, adres dostawy,
              adres korespondencyjny, 住所, 地址, 家庭住址, 주소, адрес
              """)
              .mentioned(
                  """
              street address, home address, mailing address, billing address, shipping address,
              delivery address, postal address, anschrift, street, strasse, direccion, domicilio,
              indirizzo, woonadres, endereco, gatuadress, address line
              """)
              .hinted(
                  """
              address, adresse, adres
              """)
              .unless(
                  """
              ip, mac, email, mail, web, number, memory, type, btc, wallet, url, nr, no,
              hausnummer, valid, years, time, length, at
              """)
              .values("are streets with a number", 5, StreetAddressDetector::street)
              .must(
                  "hold a digit and a letter",
                  value -> value.matches("(?s).*\\d.*") && value.matches("(?s).*\\p{L}{2}.*")),
          Clues.of(PiiType.STREET_ADDRESS)
              .called(
                  """
              street number, house number, street no, house no, apartment, apartment number,
              flat number, unit number, building number, street, street name, address 1,
              address 2, address 3, address line 2, addr 2, hausnummer, hausnr, hnr, strasse,
              numero, numero de portal, portal, piso, numero civico, civico, numero de rue,
              numero voie, huisnummer, huisnr, toevoeging, huisnummer toevoeging, numero porta,
              numero da casa, complemento, nr domu, numer domu, nr mieszkania, numer mieszkania,
              complement adresse, adresszusatz, ulica, rue, via, straat, straatnaam, calle, rua,
              address
              """)
              .unless(
                  """
              ip, mac, email, mail, room, rooms, count, total
              """)
              .evenOfThings()
              .as(Role.QUASI_IDENTIFIER)
              .must(
                  "could be a street or a house number alone",
                  value -> value.length() <= 60 && !value.matches(".*[@:].*"))
              .fact(
                  "Streets stand with their numbers.",
                  -3,
                  column ->
                      column.share(
                              value ->
                                  value.matches("(?s).*\\d.*")
                                      && value.matches("(?s).*\\p{L}{3}.*"))
                          > 0.6)
              .fact("It has a few values only.", -8, column -> column.profile().distinct() <= 3));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  static boolean street(String value) {
    return value.length() <= 200 && (NUMBERED.matcher(value).matches() || numbered(value));
  }

  private static boolean numbered(String value) {
    return value.matches("(?s)\\d+[a-zA-Z]? .*")
        && Arrays.stream(value.split("[ ,.\\n]+")).skip(1).anyMatch(Lexicon.get()::street);
  }
}
