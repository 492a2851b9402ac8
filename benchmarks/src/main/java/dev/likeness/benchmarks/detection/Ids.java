package dev.likeness.benchmarks.detection;

import java.util.Random;

/** Numbers of people with right check digits, made independently of the validators. */
final class Ids {

  private final Random random;

  Ids(Random random) {
    this.random = random;
  }

  private String digits(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private static int weigh(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }

  String dni() {
    String number = digits(8);
    return number + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number) % 23);
  }

  String bsn() {
    while (true) {
      String head = "1" + digits(7);
      int rest = weigh(head, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
      if (rest < 10) {
        return head + rest;
      }
    }
  }

  String pesel() {
    String head =
        String.format(
                "%02d%02d%02d",
                40 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28))
            + digits(4);
    int sum = weigh(head, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3);
    return head + (10 - sum % 10) % 10;
  }

  String nip() {
    while (true) {
      String head = "5" + digits(8);
      int rest = weigh(head, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11;
      if (rest < 10) {
        return head + rest;
      }
    }
  }

  String cpf() {
    String head = digits(9);
    int first = 11 - weigh(head, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    String ten = head + (first > 9 ? 0 : first);
    int second = 11 - weigh(ten, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    String all = ten + (second > 9 ? 0 : second);
    return all.replaceAll("(...)(...)(...)(..)", "$1.$2.$3-$4");
  }

  String nir() {
    String head =
        (1 + random.nextInt(2))
            + String.format(
                "%02d%02d%02d", random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(95))
            + digits(6);
    return head + String.format("%02d", 97 - Long.parseLong(head) % 97);
  }

  String steuerId() {
    String head = (1 + random.nextInt(9)) + digits(9);
    int product = 10;
    for (char c : head.toCharArray()) {
      int sum = (c - '0' + product) % 10;
      product = ((sum == 0 ? 10 : sum) * 2) % 11;
    }
    int check = 11 - product;
    return head + (check == 10 ? 0 : check);
  }

  String luhn(String head) {
    int sum = 0;
    for (int i = 0; i < head.length(); i++) {
      int digit = head.charAt(head.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return head + (10 - sum % 10) % 10;
  }

  String card() {
    return luhn("4" + digits(14));
  }

  String personnummer() {
    String head =
        String.format(
            "%02d%02d%02d",
            40 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
    String ten = luhn(head + digits(3));
    return "19" + ten.substring(0, 6) + "-" + ten.substring(6);
  }

  /** Verhoeff by the dihedral group of order ten. */
  String aadhaar() {
    String head = (2 + random.nextInt(8)) + digits(10);
    int check = 0;
    for (int i = 0; i < head.length(); i++) {
      int digit = head.charAt(head.length() - 1 - i) - '0';
      check = product(check, permuted(i + 1, digit));
    }
    int inverse = check < 5 ? (5 - check) % 5 : check;
    return (head + inverse).replaceAll("(....)(....)(....)", "$1 $2 $3");
  }

  private static int product(int a, int b) {
    int sum = a < 5 ? (b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5) : 0;
    if (a < 5) {
      return sum;
    }
    return b < 5 ? 5 + Math.floorMod(a - 5 - b, 5) : Math.floorMod(a - b, 5);
  }

  private static int permuted(int times, int digit) {
    int[] step = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    int at = digit;
    for (int i = 0; i < times; i++) {
      at = step[at];
    }
    return at;
  }

  String pan() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      text.append((char) ('A' + random.nextInt(26)));
    }
    return text.append('P').append((char) ('A' + random.nextInt(26))).append(digits(4)).toString()
        + (char) ('A' + random.nextInt(26));
  }

  String codiceFiscale() {
    String consonants = "BCDFGLMNPRSTV";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(consonants.charAt(random.nextInt(consonants.length())));
    }
    text.append(digits(2))
        .append("ABCDEHLMPRST".charAt(random.nextInt(12)))
        .append(String.format("%02d", 1 + random.nextInt(28)))
        .append("ABCDEFGHILM".charAt(random.nextInt(11)))
        .append(digits(3));
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = text.charAt(i);
      int rank = Character.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? odd[rank] : rank;
    }
    return text.append((char) ('A' + sum % 26)).toString();
  }

  String ssn() {
    return String.format(
        "%03d-%02d-%04d",
        100 + random.nextInt(500), 1 + random.nextInt(99), 1 + random.nextInt(9998));
  }

  String nino() {
    return "AB CE HJ KL MN PR SW YZ".split(" ")[random.nextInt(8)]
        + digits(6)
        + "ABCD".charAt(random.nextInt(4));
  }

  String plate() {
    return ""
        + (char) ('A' + random.nextInt(26))
        + (char) ('A' + random.nextInt(26))
        + digits(2)
        + " "
        + (char) ('A' + random.nextInt(26))
        + (char) ('A' + random.nextInt(26))
        + (char) ('A' + random.nextInt(26));
  }

  String vin() {
    String signs = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    StringBuilder text = new StringBuilder("WVW");
    for (int i = 0; i < 14; i++) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }
}
