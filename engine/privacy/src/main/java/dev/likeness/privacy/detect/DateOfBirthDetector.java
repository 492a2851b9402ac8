package dev.likeness.privacy.detect;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;

/** Days, months or years of birth. */
@AutoService(Detector.class)
public final class DateOfBirthDetector implements Detector {

  private static final List<Clues> CLUES =
      List.of(
          Clues.of(PiiType.DATE_OF_BIRTH)
              .called(
                  """
              date of birth, dob, birth date, birthdate, birthday, born, bday, birth, d o b,
              birth dt, dt birth, born on, year of birth, birth year, birthyear, yob, year born,
              month of birth, birth month, birth day, geburtsdatum, geburtstag, geb datum,
              gebdatum, geb dat, geburtsjahr, geboren, geboren am, fecha de nacimiento,
              fecha nacimiento, f nacimiento, fec nacimiento, fnac, ano de nacimiento, nacimiento,
              date de naissance, date naissance, naissance, annee de naissance, ne le,
              data di nascita, data nascita, nascita, anno di nascita, nato il, geboortedatum,
              geboortejaar, geboren op, data de nascimento, data nascimento, nascimento,
              dt nascimento, ano de nascimento, data urodzenia, rok urodzenia, urodzony,
              fodelsedatum, fodelsear, fodselsdato, fodt, fodselsdag, syntymaaika, datum narozeni,
              szuletesi datum, dogum tarihi,
              year birth, yr birth, birth yr, birth dat, date birth, cust dob,
              customer dob, birth datetime, dob yyyymmdd, gebjahr, geb jahr, geb, geburt, nacido,
              fecha nac, fec nac, f nac, date naiss, ddn, dt naissance, ne e le, data nasc,
              dt nasc, nasc, data ur, dt ur, data di nasc, geb dat, gebdat, birth date year,
              nato,
              生年月日, 誕生日, 出生日期, 生日, 생년월일, дата рождения
              """)
              .mentioned(
                  """
              date of birth, dob, birth date, birthdate, birthday, birth year, year of birth,
              geburtsdatum, geburtstag, nacimiento, naissance, data di nascita, geboortedatum,
              nascimento, data urodzenia, fodelsedatum
              """)
              .unless(
                  """
              place, country, city, weight, rate, state, order, name, control, gave, stone, town,
              certificate, within
              """)
              .values("are days of the past", 0, value -> false)
              .fact(
                  "Its dates lie as birth dates of living people do.",
                  2.5,
                  DateOfBirthDetector::lifetimes)
              .must("hold a year or a day", Shapes.like(".*\\d.*"))
              .fact(
                  "It has hardly any different values.",
                  -5,
                  column -> column.profile().distinct() <= 2)
              .fact(
                  "Its numbers are no years or days.",
                  -8,
                  column -> column.numeric() && column.fractional()),
          Clues.of(PiiType.DATE_OF_BIRTH)
              .whole(
                  "Its dates spread over the birth years of living people.",
                  6,
                  DateOfBirthDetector::spread));

  @Override
  public List<Clues> clues() {
    return CLUES;
  }

  private static boolean lifetimes(ColumnView column) {
    double[] years = column.years();
    return column.dated() && Arrays.stream(years).allMatch(year -> year > 1880 && year < 2030);
  }

  /** Decades of birth years that end before today and begin long ago; no event spreads so. */
  private static boolean spread(ColumnView column) {
    double[] years = Arrays.stream(column.years()).sorted().toArray();
    if (years.length < 15 || !column.dated() || column.distinctShare() < 0.2) {
      return false;
    }
    double low = years[years.length / 20];
    double middle = years[years.length / 2];
    double high = years[years.length - 1 - years.length / 20];
    return low > 1905 && low < 1985 && middle > 1940 && middle < 2003 && high - low > 22;
  }
}
