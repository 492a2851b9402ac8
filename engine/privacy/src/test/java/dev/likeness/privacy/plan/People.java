package dev.likeness.privacy.plan;

import dev.likeness.numerics.RunContext;
import dev.likeness.privacy.detect.PersonalData;
import dev.likeness.table.Role;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.Amendment;
import dev.likeness.table.profile.TableProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small table of people, read and profiled, with types said by hand. */
record People(Path canonical, Reading reading, TableProfile profile) {

  private static final List<String> GIVEN =
      List.of("Anna", "Bob", "Carla", "Dieter", "Eva", "Frank", "Grete", "Hans", "Ina", "Jörg");
  private static final List<String> FAMILY =
      List.of("Smith", "Müller", "O'Neil", "van Dyk", "Lopez", "Rossi", "Nowak", "Berg", "Kim");

  static String csv(int rows) {
    StringBuilder csv =
        new StringBuilder("customer;first;last;mail;phone;sex;born;age;zip;since;remark;amount\n");
    for (int i = 0; i < rows; i++) {
      String given = GIVEN.get(i % GIVEN.size());
      String family = FAMILY.get(i * 7 % FAMILY.size());
      csv.append("CU-").append(100_000 + i).append(';');
      csv.append(given).append(';').append(family).append(';');
      csv.append(given.charAt(0)).append(family.replace(" ", "").toLowerCase());
      csv.append(i).append("@mail.com;");
      csv.append(i % 11 == 0 ? "" : "+49 30 " + (1_000_000 + i * 37)).append(';');
      csv.append(i % 2 == 0 ? "f" : "m").append(';');
      csv.append(i % 13 == 0 ? "" : (1 + i % 28) + ".0" + (1 + i % 9) + "." + (1940 + i % 60));
      csv.append(';').append(18 + i % 70).append(';');
      csv.append(10_000 + i % 300).append(';');
      csv.append("2024-0").append(1 + i % 9).append("-15;");
      csv.append(i % 5 == 0 ? "\"says; \"\"hello\"\" " + i + "\"" : "quiet person number " + i);
      csv.append(';').append(i % 100).append(".50\n");
    }
    return csv.toString();
  }

  static People of(Path folder, String csv) throws IOException {
    Path upload = Files.writeString(folder.resolve("people.csv"), csv);
    Path canonical = folder.resolve("people.parquet");
    Reading reading =
        TableReader.ingest(upload, canonical, ReadLimits.defaults(), RunContext.quiet());
    TableProfile profile =
        PersonalData.profile(canonical, reading, amendments(reading), RunContext.quiet());
    return new People(canonical, reading, profile);
  }

  private static List<Amendment> amendments(Reading reading) {
    List<Amendment> all = new ArrayList<>();
    for (String name : reading.columns()) {
      Amendment none = Amendment.none(name);
      all.add(
          switch (name) {
            case "customer" -> none.withRole(Role.DIRECT_IDENTIFIER).withType("record_id");
            case "first" -> none.withRole(Role.DIRECT_IDENTIFIER).withType("given_name");
            case "last" -> none.withRole(Role.DIRECT_IDENTIFIER).withType("family_name");
            case "mail" -> none.withRole(Role.DIRECT_IDENTIFIER).withType("email");
            case "phone" -> none.withRole(Role.DIRECT_IDENTIFIER).withType("phone");
            case "sex" -> none.withRole(Role.QUASI_IDENTIFIER).withType("gender");
            case "born" -> none.withRole(Role.QUASI_IDENTIFIER).withType("date_of_birth");
            case "age" -> none.withRole(Role.QUASI_IDENTIFIER).withType("age");
            case "zip" -> none.withRole(Role.QUASI_IDENTIFIER).withType("postcode");
            case "since" -> none.withRole(Role.QUASI_IDENTIFIER).withType("date_of_event");
            case "remark" -> none.withRole(Role.DIRECT_IDENTIFIER).withType("free_text");
            default -> none.withRole(Role.HARMLESS);
          });
    }
    return all;
  }
}
