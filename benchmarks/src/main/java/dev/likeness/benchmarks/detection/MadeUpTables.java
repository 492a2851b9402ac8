package dev.likeness.benchmarks.detection;

import java.util.List;
import java.util.Locale;

/**
 * Made-up tables of many domains and languages, written before the rules of detection were tuned.
 * The misses of half of them were looked at while tuning; the others are only scored.
 */
final class MadeUpTables {

  private MadeUpTables() {}

  /** All of them. */
  static List<MadeUp> all() {
    return List.of(
        germanStaff(),
        spanishPatients(),
        frenchCustomers(),
        dutchMembers(),
        indianKyc(),
        loanApplicants(),
        italianStudents(),
        sensorLog(),
        webshopOrders(),
        catalogue(),
        telemetry(),
        players(),
        publicPayments(),
        polishTaxpayers(),
        brazilianHousehold(),
        telcoChurn(),
        hospitals(),
        listings(),
        pets(),
        accessLog(),
        survey(),
        headerless(),
        schoolStatistics(),
        accounts(),
        vehicles(),
        swedishPayroll(),
        movies(),
        tickets(),
        trial());
  }

  private static MadeUp germanStaff() {
    MadeUp t = MadeUp.tuned("German staff", Locale.GERMAN);
    Ids ids = new Ids(t.random);
    return t.column("Personalnummer", "direct/record_id", t.counter(10021))
        .column("Vorname", "direct/given_name", row -> t.faker.name().firstName())
        .column("Nachname", "direct/family_name", row -> t.faker.name().lastName())
        .column("Geburtsdatum", "quasi/date_of_birth", t.day(1958, 2003, "dd.MM.yyyy"))
        .column("Geschlecht", "quasi/gender", t.any("m", "w", "d"))
        .column("Straße", "direct/street_address", row -> t.faker.address().streetAddress())
        .column(
            "PLZ", "quasi/postcode", row -> String.format("%05d", 1000 + t.random.nextInt(98000)))
        .column("Ort", "quasi/city", row -> t.faker.address().city())
        .column("E-Mail", "direct/email", row -> t.faker.internet().emailAddress())
        .column("Telefon", "direct/phone", row -> t.faker.phoneNumber().phoneNumber())
        .column("Steuer-ID", "direct/tax_id|direct/national_id", row -> ids.steuerId())
        .column("IBAN", "direct/iban", row -> t.faker.finance().iban("DE"))
        .column(
            "Konfession",
            "sensitive/religion",
            t.any("ev", "rk", "--", "konfessionslos", "rk", "ev"))
        .column(
            "Familienstand",
            "quasi/marital_status",
            t.any("ledig", "verheiratet", "geschieden", "verwitwet"))
        .column("Eintritt", "quasi/date_of_event", t.day(1990, 2024, "dd.MM.yyyy"))
        .column(
            "Abteilung",
            "quasi/occupation",
            t.any("Einkauf", "Vertrieb", "IT", "Produktion", "Personal"))
        .column("Bruttogehalt", "sensitive/income", t.whole(2400, 9800))
        .column("Wochenstunden", "quasi/other_quasi|none/none", t.any("40", "35", "20", "38,5"))
        .column("Fehltage", "sensitive/other_sensitive|sensitive/health", t.whole(0, 40));
  }

  private static MadeUp spanishPatients() {
    MadeUp t = MadeUp.tuned("Spanish patients", Locale.forLanguageTag("es"));
    Ids ids = new Ids(t.random);
    return t.column("NHC", "direct/medical_record_number|direct/record_id", t.whole(100000, 999999))
        .column("Nombre", "direct/given_name", row -> t.faker.name().firstName())
        .column("Apellido1", "direct/family_name", row -> t.faker.name().lastName())
        .column("Apellido2", "direct/family_name", row -> t.faker.name().lastName())
        .column("DNI", "direct/national_id", row -> ids.dni())
        .column("FechaNacimiento", "quasi/date_of_birth", t.day(1930, 2020, "dd/MM/yyyy"))
        .column("Sexo", "quasi/gender", t.any("Hombre", "Mujer"))
        .column("Dirección", "direct/street_address", row -> t.faker.address().streetAddress())
        .column(
            "CP", "quasi/postcode", row -> String.format("%05d", 1000 + t.random.nextInt(51000)))
        .column("Provincia", "quasi/region_or_state", row -> t.faker.address().state())
        .column(
            "Móvil", "direct/phone", row -> String.format("6%08d", t.random.nextInt(100_000_000)))
        .column(
            "Diagnóstico",
            "sensitive/health",
            t.any("E11.9", "I10", "J45.0", "F32.1", "M54.5", "K21.9"))
        .column("Alergias", "sensitive/health", t.any("Penicilina", "Ninguna", "Polen", "Látex"))
        .column("Grupo sanguíneo", "sensitive/health", t.any("A+", "O-", "B+", "AB+", "O+"))
        .column("TAS", "sensitive/health", t.whole(95, 180))
        .column("Peso", "sensitive/health", t.around(74, 14))
        .column("Fecha ingreso", "quasi/date_of_event", t.day(2019, 2024, "dd/MM/yyyy"))
        .column("Fumador", "sensitive/health", t.any("Sí", "No"));
  }

  private static MadeUp frenchCustomers() {
    MadeUp t = MadeUp.heldOut("French customers", Locale.FRENCH);
    Ids ids = new Ids(t.random);
    return t.column("id_client", "direct/record_id", row -> String.format("C%06d", row + 1))
        .column("civilite", "quasi/initials_or_title", t.any("M.", "Mme", "Mlle"))
        .column("nom", "direct/family_name", row -> t.faker.name().lastName())
        .column("prenom", "direct/given_name", row -> t.faker.name().firstName())
        .column("date_naissance", "quasi/date_of_birth", t.day(1940, 2004, "yyyy-MM-dd"))
        .column("adresse", "direct/street_address", row -> t.faker.address().streetAddress())
        .column(
            "code_postal",
            "quasi/postcode",
            row -> String.format("%05d", 1000 + t.random.nextInt(94000)))
        .column("ville", "quasi/city", row -> t.faker.address().cityName())
        .column("pays", "quasi/country", t.any("France", "Belgique", "Suisse"))
        .column("telephone", "direct/phone", row -> t.faker.phoneNumber().phoneNumber())
        .column("courriel", "direct/email", row -> t.faker.internet().emailAddress())
        .column("num_secu", "direct/national_id", row -> ids.nir())
        .column("profession", "quasi/occupation", row -> t.faker.job().title())
        .column("revenu_annuel", "sensitive/income", t.whole(14000, 98000))
        .column(
            "situation_familiale",
            "quasi/marital_status",
            t.any("marié(e)", "célibataire", "divorcé(e)", "pacsé(e)"))
        .column("nb_enfants", "quasi/other_quasi", t.whole(0, 4))
        .none("montant_panier", t.around(80, 30))
        .none("newsletter", t.any("oui", "non"));
  }

  private static MadeUp dutchMembers() {
    MadeUp t = MadeUp.heldOut("Dutch members", Locale.forLanguageTag("nl"));
    Ids ids = new Ids(t.random);
    return t.column("lidnummer", "direct/record_id", t.counter(4001))
        .column("voornaam", "direct/given_name", row -> t.faker.name().firstName())
        .column("tussenvoegsel", "direct/family_name|none/none", t.any("", "van", "de", "van der"))
        .column("achternaam", "direct/family_name", row -> t.faker.name().lastName())
        .column("geslacht", "quasi/gender", t.any("M", "V"))
        .column("geboortedatum", "quasi/date_of_birth", t.day(1940, 2012, "dd-MM-yyyy"))
        .column(
            "straat",
            "quasi/street_address|direct/street_address",
            row -> t.faker.address().streetName())
        .column("huisnummer", "quasi/street_address|direct/street_address", t.whole(1, 240))
        .column(
            "postcode",
            "quasi/postcode",
            row ->
                String.format(
                    "%d %c%c",
                    1000 + t.random.nextInt(8999),
                    (char) (65 + t.random.nextInt(26)),
                    (char) (65 + t.random.nextInt(26))))
        .column("woonplaats", "quasi/city", row -> t.faker.address().city())
        .column("e-mailadres", "direct/email", row -> t.faker.internet().emailAddress())
        .column("bsn", "direct/national_id", row -> ids.bsn())
        .column("lid_sinds", "quasi/date_of_event", t.day(1995, 2024, "dd-MM-yyyy"))
        .none("contributie", t.around(120, 20))
        .column("team", "none/none|quasi/other_quasi", t.any("Heren 1", "Dames 1", "Jeugd A"));
  }

  private static MadeUp indianKyc() {
    MadeUp t = MadeUp.tuned("Indian KYC", Locale.forLanguageTag("en-IN"));
    Ids ids = new Ids(t.random);
    return t.column("Full Name", "direct/person_name", row -> t.faker.name().fullName())
        .column("Father's Name", "direct/person_name", row -> t.faker.name().fullName())
        .column("Aadhaar No", "direct/national_id", row -> ids.aadhaar())
        .column("PAN", "direct/tax_id|direct/national_id", row -> ids.pan())
        .column(
            "Mobile",
            "direct/phone",
            row -> String.format("9%09d", t.random.nextInt(1_000_000_000)))
        .column("DOB", "quasi/date_of_birth", t.day(1955, 2004, "dd/MM/yyyy"))
        .column("Gender", "quasi/gender", t.any("Male", "Female"))
        .column("Religion", "sensitive/religion", t.any("Hindu", "Muslim", "Christian", "Sikh"))
        .column("Caste Category", "sensitive/ethnicity", t.any("General", "OBC", "SC", "ST"))
        .column("Address", "direct/street_address", row -> t.faker.address().streetAddress())
        .column("Pincode", "quasi/postcode", t.whole(110001, 855000))
        .column("State", "quasi/region_or_state", row -> t.faker.address().state())
        .column(
            "Occupation",
            "quasi/occupation",
            t.any("Salaried", "Self employed", "Business", "Retired", "Student"))
        .column("Annual Income", "sensitive/income", t.any("<1L", "1-5L", "5-10L", ">10L"))
        .column("Nominee", "direct/person_name", row -> t.faker.name().fullName());
  }

  private static MadeUp loanApplicants() {
    MadeUp t = MadeUp.tuned("US loan applicants", Locale.US);
    Ids ids = new Ids(t.random);
    return t.column(
            "Loan_ID", "direct/record_id|none/none", row -> String.format("LP%06d", row + 1000))
        .column("Gender", "quasi/gender", t.any("Male", "Female"))
        .column("Married", "quasi/marital_status", t.any("Yes", "No"))
        .column("Dependents", "quasi/other_quasi", t.any("0", "1", "2", "3+"))
        .column("Education", "quasi/education", t.any("Graduate", "Not Graduate"))
        .column("Self_Employed", "quasi/occupation|quasi/other_quasi", t.any("Yes", "No"))
        .column("ApplicantIncome", "sensitive/income", t.whole(1500, 15000))
        .column("CoapplicantIncome", "sensitive/income", t.whole(0, 6000))
        .column("LoanAmount", "sensitive/other_sensitive", t.whole(50, 400))
        .column(
            "Loan_Amount_Term", "sensitive/other_sensitive|none/none", t.any("360", "180", "120"))
        .column("Credit_History", "sensitive/other_sensitive", t.any("0", "1"))
        .column(
            "Property_Area",
            "quasi/other_quasi|quasi/region_or_state",
            t.any("Urban", "Rural", "Semiurban"))
        .column("SSN", "direct/national_id", row -> ids.ssn())
        .column("FICO", "sensitive/other_sensitive", t.whole(480, 840))
        .column("Loan_Status", "sensitive/other_sensitive", t.any("Y", "N"));
  }

  private static MadeUp italianStudents() {
    MadeUp t = MadeUp.heldOut("Italian students", Locale.ITALIAN);
    Ids ids = new Ids(t.random);
    return t.column("matricola", "direct/record_id", t.counter(884000))
        .column("cognome", "direct/family_name", row -> t.faker.name().lastName())
        .column("nome", "direct/given_name", row -> t.faker.name().firstName())
        .column("codice_fiscale", "direct/national_id|direct/tax_id", row -> ids.codiceFiscale())
        .column("data_nascita", "quasi/date_of_birth", t.day(1995, 2006, "dd/MM/yyyy"))
        .column(
            "cittadinanza",
            "quasi/nationality",
            t.any("Italiana", "Rumena", "Albanese", "Italiana"))
        .column(
            "comune_residenza", "quasi/city", t.any("Milano", "Bergamo", "Lodi", "Pavia", "Como"))
        .column(
            "corso_di_laurea",
            "quasi/education",
            t.any("Fisica", "Lettere", "Economia", "Medicina"))
        .column("anno_corso", "quasi/education|none/none|quasi/other_quasi", t.whole(1, 5))
        .column("media_voti", "sensitive/other_sensitive", t.around(25.5, 2))
        .column("voto_laurea", "sensitive/other_sensitive", t.whole(80, 110))
        .column("isee", "sensitive/income|sensitive/other_sensitive", t.whole(8000, 60000))
        .column("email", "direct/email", row -> t.faker.internet().emailAddress())
        .column("disabilita", "sensitive/health", t.any("si", "no"));
  }

  private static MadeUp sensorLog() {
    MadeUp t = MadeUp.tuned("Sensor log", Locale.US);
    return t.none("timestamp", t.day(2023, 2024, "yyyy-MM-dd"))
        .none("sensor_id", row -> String.format("S-%03d", t.random.nextInt(20)))
        .none("temperature", t.around(21, 3))
        .none("humidity", t.around(45, 8))
        .none("lat", t.around(48.1, 0.2))
        .none("lon", t.around(11.5, 0.2))
        .none("status", t.any("ok", "warn", "fail"))
        .none("battery", t.whole(0, 100))
        .none("age_days", t.whole(1, 900));
  }

  private static MadeUp webshopOrders() {
    MadeUp t = MadeUp.heldOut("Web shop orders", Locale.US);
    Ids ids = new Ids(t.random);
    return t.column("order_id", "none/none|direct/record_id", t.counter(500100))
        .column("order_date", "quasi/date_of_event|none/none", t.day(2023, 2024, "yyyy-MM-dd"))
        .column("customer_name", "direct/person_name", row -> t.faker.name().fullName())
        .column("customer_email", "direct/email", row -> t.faker.internet().emailAddress())
        .column("phone", "direct/phone", row -> t.faker.phoneNumber().phoneNumber())
        .column(
            "shipping_address", "direct/street_address", row -> t.faker.address().streetAddress())
        .column("shipping_city", "quasi/city", row -> t.faker.address().city())
        .column("shipping_zip", "quasi/postcode", row -> t.faker.address().zipCode())
        .column("country", "quasi/country", t.any("US", "CA", "MX"))
        .none("product", row -> t.faker.commerce().productName())
        .none("quantity", t.whole(1, 5))
        .none("unit_price", t.around(40, 12))
        .column("card_number", "direct/payment_card", row -> ids.card())
        .column("ip", "direct/ip_address", row -> t.faker.internet().publicIpV4Address())
        .none("coupon", t.any("", "SAVE10", "FREE"));
  }

  private static MadeUp catalogue() {
    MadeUp t = MadeUp.heldOut("Product catalogue", Locale.US);
    return t.none("sku", row -> String.format("SKU-%05d", row))
        .none("product_name", row -> t.faker.commerce().productName())
        .none("brand", row -> t.faker.company().name())
        .none("description", row -> t.faker.lorem().sentence())
        .none("price", t.around(60, 20))
        .none("weight", t.around(2, 0.4))
        .none("height_cm", t.around(20, 4))
        .none("colour", row -> t.faker.color().name())
        .none("size", t.any("S", "M", "L", "XL"))
        .none("gender", t.any("men", "women", "unisex"))
        .none("rating", t.around(4, 0.4))
        .none("country_of_origin", t.any("China", "Germany", "Italy"))
        .none("supplier_phone", row -> t.faker.phoneNumber().phoneNumber());
  }

  private static MadeUp telemetry() {
    MadeUp t = MadeUp.tuned("Machine telemetry", Locale.US);
    return t.none("machineID", t.whole(1, 100))
        .none("model", t.any("model1", "model2", "model3"))
        .none("age", t.whole(0, 20))
        .none("volt", t.around(170, 12))
        .none("rotate", t.around(440, 40))
        .none("pressure", t.around(100, 9))
        .none("vibration", t.around(40, 4))
        .none("error", t.any("error1", "error2", ""))
        .none("failure", t.any("0", "1"))
        .column(
            "ip_address",
            "none/none|direct/ip_address",
            row -> t.faker.internet().privateIpV4Address())
        .none("firmware", t.any("1.0.3", "1.1.0"));
  }

  private static MadeUp players() {
    MadeUp t = MadeUp.heldOut("Football players", Locale.UK);
    return t.column("player", "direct/person_name", row -> t.faker.name().fullName())
        .column(
            "club",
            "quasi/employer|quasi/other_quasi|none/none",
            t.any("Rovers", "United", "City", "Athletic"))
        .column(
            "position",
            "quasi/occupation|none/none|quasi/other_quasi",
            t.any("GK", "DF", "MF", "FW"))
        .column("nationality", "quasi/nationality", t.any("England", "France", "Brazil", "Spain"))
        .column("dob", "quasi/date_of_birth", t.day(1985, 2006, "yyyy-MM-dd"))
        .column("height_cm", "sensitive/health|quasi/other_quasi", t.whole(165, 202))
        .column("weight_kg", "sensitive/health|quasi/other_quasi", t.whole(60, 98))
        .column("goals", "none/none|sensitive/other_sensitive", t.whole(0, 30))
        .none("appearances", t.whole(0, 38))
        .column("weekly_wage", "sensitive/income", t.whole(1000, 90000))
        .column("foot", "quasi/other_quasi|none/none", t.any("left", "right"));
  }

  private static MadeUp publicPayments() {
    MadeUp t = MadeUp.tuned("Public payments", Locale.UK);
    return t.none("Body", t.any("Cabinet Office", "Home Office"))
        .none("Department Family", t.any("CO", "HO"))
        .none("Payment Date", t.day(2022, 2023, "dd/MM/yyyy"))
        .none("Supplier", row -> t.faker.company().name())
        .none("Invoice Number", t.counter(77001))
        .none("Amount", t.around(9000, 2000))
        .none("Supplier Postcode", row -> t.faker.address().postcode())
        .none("VAT Number", row -> String.format("GB%09d", t.random.nextInt(1_000_000_000)))
        .none("Description", t.any("Office supplies", "Consultancy", "Rent"));
  }

  private static MadeUp polishTaxpayers() {
    MadeUp t = MadeUp.heldOut("Polish taxpayers", Locale.forLanguageTag("pl"));
    Ids ids = new Ids(t.random);
    return t.column("Imię", "direct/given_name", row -> t.faker.name().firstName())
        .column("Nazwisko", "direct/family_name", row -> t.faker.name().lastName())
        .column("PESEL", "direct/national_id", row -> ids.pesel())
        .column("NIP", "direct/tax_id", row -> ids.nip())
        .column("Ulica i nr", "direct/street_address", row -> t.faker.address().streetAddress())
        .column(
            "Kod pocztowy",
            "quasi/postcode",
            row -> String.format("%02d-%03d", t.random.nextInt(99), t.random.nextInt(999)))
        .column("Miejscowość", "quasi/city", row -> t.faker.address().cityName())
        .column("Telefon", "direct/phone", row -> t.faker.phoneNumber().phoneNumber())
        .column("Data urodzenia", "quasi/date_of_birth", t.day(1945, 2003, "yyyy-MM-dd"))
        .column("Wynagrodzenie", "sensitive/income", t.whole(3000, 20000))
        .column(
            "Stan cywilny",
            "quasi/marital_status",
            t.any("kawaler", "panna", "żonaty", "mężatka", "rozwiedziony"))
        .column("Liczba dzieci", "quasi/other_quasi", t.whole(0, 4))
        .column("Wyksztalcenie", "quasi/education", t.any("wyższe", "średnie", "podstawowe"))
        .column("Niepełnosprawność", "sensitive/health", t.any("tak", "nie"));
  }

  private static MadeUp brazilianHousehold() {
    MadeUp t = MadeUp.tuned("Brazilian households", Locale.forLanguageTag("pt-BR"));
    Ids ids = new Ids(t.random);
    return t.column("nome", "direct/person_name", row -> t.faker.name().fullName())
        .column("cpf", "direct/national_id|direct/tax_id", row -> ids.cpf())
        .column("data_nascimento", "quasi/date_of_birth", t.day(1945, 2004, "dd/MM/yyyy"))
        .column("sexo", "quasi/gender", t.any("M", "F"))
        .column(
            "estado_civil",
            "quasi/marital_status",
            t.any("solteiro", "casado", "divorciado", "viúvo"))
        .column("escolaridade", "quasi/education", t.any("fundamental", "médio", "superior"))
        .column("renda_mensal", "sensitive/income", t.whole(1200, 12000))
        .column(
            "cor_raca",
            "sensitive/ethnicity",
            t.any("branca", "preta", "parda", "amarela", "indígena"))
        .column("celular", "direct/phone", row -> t.faker.phoneNumber().cellPhone())
        .column(
            "cep",
            "quasi/postcode",
            row -> String.format("%05d-%03d", t.random.nextInt(99999), t.random.nextInt(999)))
        .column("cidade", "quasi/city", row -> t.faker.address().city())
        .column("uf", "quasi/region_or_state", row -> t.faker.address().stateAbbr())
        .column("num_filhos", "quasi/other_quasi", t.whole(0, 5))
        .column(
            "religiao",
            "sensitive/religion",
            t.any("católica", "evangélica", "espírita", "nenhuma"))
        .column("fumante", "sensitive/health", t.any("sim", "não"));
  }

  private static MadeUp telcoChurn() {
    MadeUp t = MadeUp.tuned("Telco churn", Locale.US);
    return t.column(
            "customerID",
            "direct/record_id",
            row ->
                String.format(
                    "%04d-%c%c%c",
                    row,
                    (char) (65 + t.random.nextInt(26)),
                    (char) (65 + t.random.nextInt(26)),
                    (char) (65 + t.random.nextInt(26))))
        .column("gender", "quasi/gender", t.any("Male", "Female"))
        .column("SeniorCitizen", "quasi/age", t.any("0", "1"))
        .column("Partner", "quasi/marital_status|quasi/other_quasi", t.any("Yes", "No"))
        .column("Dependents", "quasi/other_quasi", t.any("Yes", "No"))
        .column("tenure", "none/none|quasi/other_quasi", t.whole(0, 72))
        .none("PhoneService", t.any("Yes", "No"))
        .none("MultipleLines", t.any("Yes", "No", "No phone service"))
        .none("InternetService", t.any("DSL", "Fiber optic", "No"))
        .none("StreamingTV", t.any("Yes", "No"))
        .none("Contract", t.any("Month-to-month", "One year", "Two year"))
        .none("PaperlessBilling", t.any("Yes", "No"))
        .none("PaymentMethod", t.any("Electronic check", "Mailed check", "Credit card (automatic)"))
        .none("MonthlyCharges", t.around(65, 20))
        .none("TotalCharges", t.around(2200, 900))
        .none("Churn", t.any("Yes", "No"));
  }

  private static MadeUp hospitals() {
    MadeUp t = MadeUp.heldOut("Hospital directory", Locale.US);
    return t.none("facility_id", t.counter(10001))
        .none(
            "facility_name", row -> String.format("%s General Hospital", t.faker.address().city()))
        .none("address", row -> t.faker.address().streetAddress())
        .none("city", row -> t.faker.address().city())
        .none("state", row -> t.faker.address().stateAbbr())
        .none("zip_code", row -> t.faker.address().zipCode())
        .none("phone", row -> t.faker.phoneNumber().phoneNumber())
        .none("email", row -> String.format("info@%s", t.faker.internet().domainName()))
        .none("beds", t.whole(20, 900))
        .none("emergency_services", t.any("Yes", "No"))
        .none("overall_rating", t.whole(1, 5))
        .none("mortality_rate", t.around(12, 2))
        .none("ownership", t.any("Government", "Private", "Voluntary"));
  }

  private static MadeUp listings() {
    MadeUp t = MadeUp.tuned("House listings", Locale.US);
    return t.none("id", t.counter(70001))
        .none("address", row -> t.faker.address().streetAddress())
        .none("city", row -> t.faker.address().city())
        .none("zipcode", row -> t.faker.address().zipCode())
        .none("price", t.whole(90000, 900000))
        .none("bedrooms", t.whole(1, 6))
        .none("bathrooms", t.whole(1, 4))
        .none("sqft_living", t.whole(500, 5000))
        .none("house_age", t.whole(0, 110))
        .none("lat", t.around(47.5, 0.1))
        .none("long", t.around(-122.2, 0.1))
        .none("condition", t.whole(1, 5))
        .none("grade", t.whole(1, 13))
        .none("yr_built", t.whole(1900, 2015))
        .none("date", t.day(2014, 2015, "yyyyMMdd"));
  }

  private static MadeUp pets() {
    MadeUp t = MadeUp.heldOut("Veterinary visits", Locale.US);
    return t.none("animal_id", t.counter(1))
        .none("species", t.any("dog", "cat", "rabbit"))
        .none("breed", t.any("Beagle", "Siamese", "Poodle", "Persian"))
        .none("sex", t.any("M", "F"))
        .none("age", t.whole(0, 18))
        .none("weight_kg", t.around(12, 4))
        .none("diagnosis", t.any("otitis", "fracture", "fleas"))
        .none("visit_date", t.day(2022, 2024, "yyyy-MM-dd"))
        .none("vaccinated", t.any("yes", "no"));
  }

  private static MadeUp accessLog() {
    MadeUp t = MadeUp.heldOut("Web access log", Locale.US);
    return t.none("ts", t.day(2024, 2025, "yyyy-MM-dd"))
        .none("src_ip", row -> t.faker.internet().publicIpV4Address())
        .none("dst_ip", row -> t.faker.internet().publicIpV4Address())
        .none("src_port", t.whole(1024, 65000))
        .none("dst_port", t.any("80", "443", "22"))
        .none("protocol", t.any("tcp", "udp"))
        .none("bytes", t.whole(40, 90000))
        .none("packets", t.whole(1, 90))
        .none("duration", t.around(3, 1))
        .none("user_agent", row -> t.faker.internet().userAgent())
        .none("label", t.any("normal", "attack"));
  }

  private static MadeUp survey() {
    MadeUp t = MadeUp.heldOut("European social survey", Locale.UK);
    return t.column("respondent_id", "direct/record_id", t.counter(20001))
        .column("age_group", "quasi/age", t.any("18-24", "25-34", "35-44", "45-54", "55-64", "65+"))
        .column("sex", "quasi/gender", t.whole(1, 2))
        .column("region", "quasi/region_or_state", t.any("North", "South", "East", "West"))
        .column("religion", "sensitive/religion", t.any("Catholic", "Protestant", "Muslim", "None"))
        .column(
            "party_voted_for",
            "sensitive/political_view",
            t.any("Greens", "Liberals", "Conservatives", "Labour"))
        .column(
            "sexual_orientation",
            "sensitive/sexual_orientation",
            t.any("heterosexual", "homosexual", "bisexual"))
        .column("union_member", "sensitive/trade_union", t.any("yes", "no"))
        .column("ethnic_group", "sensitive/ethnicity", t.any("White", "Asian", "Black", "Mixed"))
        .column("household_size", "quasi/other_quasi", t.whole(1, 6))
        .column("smoker", "sensitive/health", t.any("yes", "no"))
        .column("phq9_score", "sensitive/health", t.whole(0, 27))
        .column("years_of_education", "quasi/education", t.whole(8, 20))
        .column(
            "employment_status",
            "quasi/other_quasi|quasi/occupation",
            t.any("employed", "unemployed", "retired"))
        .column("trust_in_parliament", "none/none|sensitive/political_view", t.whole(0, 10))
        .none("internet_use", t.any("daily", "weekly", "never"));
  }

  private static MadeUp headerless() {
    MadeUp t = MadeUp.heldOut("Columns without names", Locale.US);
    Ids ids = new Ids(t.random);
    return t.column("col_1", "direct/person_name", row -> t.faker.name().fullName())
        .column("col_2", "direct/email", row -> t.faker.internet().emailAddress())
        .column("col_3", "direct/phone", row -> t.faker.phoneNumber().phoneNumber())
        .column("col_4", "quasi/date_of_birth", t.day(1940, 2004, "yyyy-MM-dd"))
        .column("col_5", "direct/ip_address", row -> t.faker.internet().publicIpV4Address())
        .column("col_6", "quasi/gender", t.any("male", "female"))
        .column("col_7", "direct/street_address", row -> t.faker.address().streetAddress())
        .column("col_8", "quasi/region_or_state", row -> t.faker.address().state())
        .column("col_9", "direct/payment_card", row -> ids.card())
        .none("col_10", t.around(10, 3))
        .column("col_11", "direct/national_id", row -> ids.ssn())
        .column("col_12", "quasi/marital_status", t.any("married", "single", "divorced"));
  }

  private static MadeUp schoolStatistics() {
    MadeUp t = MadeUp.tuned("School statistics", Locale.US);
    return t.none("district", row -> t.faker.address().city())
        .none("county", row -> t.faker.address().city())
        .none("zip", row -> t.faker.address().zipCode())
        .none("total_students", t.whole(100, 3000))
        .none("male_students", t.whole(50, 1500))
        .none("female_students", t.whole(50, 1500))
        .none("avg_math_score", t.around(500, 40))
        .none("median_household_income", t.whole(20000, 120000))
        .none("pct_hispanic", t.around(20, 5))
        .none("teacher_count", t.whole(10, 200))
        .none("graduation_rate", t.around(85, 5))
        .none("principal_phone", row -> t.faker.phoneNumber().phoneNumber());
  }

  private static MadeUp accounts() {
    MadeUp t = MadeUp.heldOut("Bank accounts", Locale.UK);
    Ids ids = new Ids(t.random);
    return t.column("account_holder", "direct/person_name", row -> t.faker.name().fullName())
        .column("iban", "direct/iban", row -> t.faker.finance().iban("GB"))
        .column("bic", "quasi/bic|none/none", row -> t.faker.finance().bic())
        .column(
            "account_no",
            "direct/account_number",
            row -> String.format("%08d", t.random.nextInt(100_000_000)))
        .column("card_no", "direct/payment_card", row -> ids.card())
        .column("opened_on", "quasi/date_of_event", t.day(2005, 2024, "yyyy-MM-dd"))
        .column("balance", "sensitive/other_sensitive", t.around(3000, 900))
        .column("overdraft_limit", "sensitive/other_sensitive", t.any("0", "500", "1000"))
        .none("branch", t.any("Leeds", "York", "Hull"))
        .none("currency", t.any("GBP", "EUR"))
        .column("nino", "direct/national_id", row -> ids.nino())
        .column("mothers_maiden_name", "direct/family_name", row -> t.faker.name().lastName());
  }

  private static MadeUp vehicles() {
    MadeUp t = MadeUp.heldOut("Vehicle register", Locale.UK);
    Ids ids = new Ids(t.random);
    return t.column("keeper_name", "direct/person_name", row -> t.faker.name().fullName())
        .column("registration_plate", "direct/licence_plate", row -> ids.plate())
        .column("vin", "direct/vin", row -> ids.vin())
        .none("make", t.any("Ford", "Skoda", "BMW"))
        .none("model", t.any("Focus", "Fabia", "X3"))
        .column("year", "none/none|quasi/date_of_event", t.whole(1998, 2023))
        .column("keeper_postcode", "quasi/postcode", row -> t.faker.address().postcode())
        .column(
            "driving_licence_no",
            "direct/driver_licence",
            row -> String.format("%s%06d%s", "MORGA", t.random.nextInt(1000000), "SM9IJ"))
        .column(
            "first_registered", "quasi/date_of_event|none/none", t.day(1998, 2023, "dd/MM/yyyy"))
        .column("colour", "none/none|quasi/other_quasi", t.any("red", "blue", "grey"))
        .none("engine_cc", t.whole(900, 3000));
  }

  private static MadeUp swedishPayroll() {
    MadeUp t = MadeUp.heldOut("Swedish payroll", Locale.forLanguageTag("sv"));
    Ids ids = new Ids(t.random);
    return t.column("Anställningsnummer", "direct/record_id", t.counter(3001))
        .column("Förnamn", "direct/given_name", row -> t.faker.name().firstName())
        .column("Efternamn", "direct/family_name", row -> t.faker.name().lastName())
        .column("Personnummer", "direct/national_id", row -> ids.personnummer())
        .column("Adress", "direct/street_address", row -> t.faker.address().streetAddress())
        .column(
            "Postnummer",
            "quasi/postcode",
            row -> String.format("%03d %02d", 100 + t.random.nextInt(880), t.random.nextInt(99)))
        .column("Ort", "quasi/city", t.any("Stockholm", "Malmö", "Lund", "Uppsala"))
        .column("Kön", "quasi/gender", t.any("Man", "Kvinna"))
        .column("Befattning", "quasi/occupation", t.any("Ingenjör", "Säljare", "Chef", "Assistent"))
        .column("Månadslön", "sensitive/income", t.whole(24000, 70000))
        .column("Anställningsdatum", "quasi/date_of_event", t.day(1995, 2024, "yyyy-MM-dd"));
  }

  private static MadeUp movies() {
    MadeUp t = MadeUp.tuned("Films", Locale.US);
    return t.none("title", row -> t.faker.book().title())
        .column("director", "none/none|direct/person_name", row -> t.faker.name().fullName())
        .none("genre", t.any("Drama", "Comedy", "Action"))
        .none("country", t.any("USA", "France", "India"))
        .none("language", t.any("English", "French", "Hindi"))
        .none("year", t.whole(1950, 2020))
        .none("duration", t.whole(60, 200))
        .none("budget", t.whole(100000, 90000000))
        .none("imdb_score", t.around(6.5, 1))
        .none("content_rating", t.any("PG", "R", "G"));
  }

  private static MadeUp tickets() {
    MadeUp t = MadeUp.heldOut("Support tickets", Locale.US);
    return t.column("ticket_id", "none/none|direct/record_id", t.counter(9001))
        .column("created_at", "quasi/date_of_event|none/none", t.day(2023, 2024, "yyyy-MM-dd"))
        .column("requester", "direct/person_name", row -> t.faker.name().fullName())
        .column("requester_email", "direct/email", row -> t.faker.internet().emailAddress())
        .none("priority", t.any("low", "medium", "high"))
        .column(
            "body",
            "direct/free_text",
            row ->
                String.format(
                    "Hello, my name is %s and my order has not arrived, please call me at %s or write to %s.",
                    t.faker.name().fullName(),
                    t.faker.phoneNumber().cellPhone(),
                    t.faker.internet().emailAddress()))
        .column("agent_name", "direct/person_name", row -> t.faker.name().fullName())
        .none("status", t.any("open", "solved"))
        .none("resolution_hours", t.around(30, 9));
  }

  private static MadeUp trial() {
    MadeUp t = MadeUp.tuned("Clinical trial", Locale.US);
    return t.column(
            "SUBJID",
            "direct/record_id|direct/medical_record_number",
            row -> String.format("01-%04d", row))
        .column("ARM", "sensitive/health|none/none", t.any("Placebo", "Drug A", "Drug B"))
        .column("AGE", "quasi/age", t.whole(18, 85))
        .column("SEX", "quasi/gender", t.any("M", "F"))
        .column("RACE", "sensitive/ethnicity", t.any("WHITE", "BLACK OR AFRICAN AMERICAN", "ASIAN"))
        .column("HEIGHT", "sensitive/health", t.whole(150, 200))
        .column("WEIGHT", "sensitive/health", t.around(78, 12))
        .column("BMI", "sensitive/health", t.around(26, 3))
        .column("SYSBP", "sensitive/health", t.whole(100, 180))
        .column("DIABP", "sensitive/health", t.whole(60, 110))
        .column("HBA1C", "sensitive/health", t.around(6.5, 0.8))
        .column("AETERM", "sensitive/health", t.any("Headache", "Nausea", "None"))
        .column("SITE", "none/none|quasi/other_quasi", t.any("Boston", "Chicago", "Denver"))
        .column("VISITDT", "quasi/date_of_event", t.day(2020, 2022, "yyyy-MM-dd"));
  }
}
