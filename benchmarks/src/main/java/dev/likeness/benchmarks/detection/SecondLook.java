package dev.likeness.benchmarks.detection;

import java.util.List;
import java.util.Locale;

/**
 * Made-up values under headers as public tables of many domains have them: a second look, taken
 * after the rules were tuned on the other tables.
 */
final class SecondLook {

  private SecondLook() {}

  /** All of them. */
  static List<MadeUp> all() {
    return List.of(
        germanCredit(),
        staffAttrition(),
        stroke(),
        heartStudy(),
        defendants(),
        bankChurn(),
        mall(),
        exams(),
        superstore(),
        onlineRetail(),
        cars(),
        taxi(),
        rooms(),
        bikes(),
        flightFeedback(),
        depression(),
        electorate(),
        dump(),
        claims());
  }

  private static MadeUp germanCredit() {
    MadeUp t = MadeUp.heldOut("Consumer credit", Locale.US);
    return t.column("Age", "quasi/age", t.whole(19, 75))
        .column("Sex", "quasi/gender", t.any("male", "female"))
        .column("Job", "quasi/occupation", t.whole(0, 3))
        .column("Housing", "quasi/other_quasi", t.any("own", "rent", "free"))
        .column("Saving accounts", "sensitive/other_sensitive", t.any("little", "moderate", "rich"))
        .column(
            "Checking account", "sensitive/other_sensitive", t.any("little", "moderate", "rich"))
        .column("Credit amount", "sensitive/other_sensitive", t.whole(250, 18000))
        .column("Duration", "none/none|sensitive/other_sensitive", t.whole(4, 72))
        .column(
            "Purpose",
            "none/none|sensitive/other_sensitive",
            t.any("car", "radio/TV", "education", "furniture"))
        .column("Risk", "sensitive/other_sensitive", t.any("good", "bad"));
  }

  private static MadeUp staffAttrition() {
    MadeUp t = MadeUp.heldOut("Staff attrition", Locale.US);
    return t.column("Age", "quasi/age", t.whole(18, 60))
        .column(
            "Attrition",
            "none/none|quasi/other_quasi|sensitive/other_sensitive",
            t.any("Yes", "No"))
        .column(
            "BusinessTravel",
            "none/none|quasi/other_quasi|quasi/occupation",
            t.any("Travel_Rarely", "Non-Travel"))
        .column("DailyRate", "sensitive/income", t.whole(100, 1500))
        .column("Department", "quasi/occupation", t.any("Sales", "R&D", "HR"))
        .column("DistanceFromHome", "quasi/other_quasi|none/none", t.whole(1, 29))
        .column("Education", "quasi/education", t.whole(1, 5))
        .column("EducationField", "quasi/education", t.any("Medical", "Marketing", "Life Sciences"))
        .none("EmployeeCount", t.any("1"))
        .column("EmployeeNumber", "direct/record_id", t.counter(1))
        .column("EnvironmentSatisfaction", "none/none|sensitive/other_sensitive", t.whole(1, 4))
        .column("Gender", "quasi/gender", t.any("Male", "Female"))
        .column("HourlyRate", "sensitive/income", t.whole(30, 100))
        .column("JobInvolvement", "none/none|sensitive/other_sensitive", t.whole(1, 4))
        .column("JobLevel", "quasi/occupation", t.whole(1, 5))
        .column(
            "JobRole",
            "quasi/occupation",
            t.any("Manager", "Sales Executive", "Research Scientist"))
        .column("JobSatisfaction", "none/none|sensitive/other_sensitive", t.whole(1, 4))
        .column("MaritalStatus", "quasi/marital_status", t.any("Single", "Married", "Divorced"))
        .column("MonthlyIncome", "sensitive/income", t.whole(1000, 20000))
        .column("NumCompaniesWorked", "quasi/other_quasi|quasi/occupation", t.whole(0, 9))
        .column("Over18", "quasi/age|none/none", t.any("Y"))
        .column("OverTime", "quasi/other_quasi|none/none", t.any("Yes", "No"))
        .column("PercentSalaryHike", "sensitive/income", t.whole(11, 25))
        .column("PerformanceRating", "sensitive/other_sensitive", t.whole(3, 4))
        .column("StandardHours", "quasi/other_quasi|none/none", t.any("80"))
        .column("StockOptionLevel", "sensitive/income|none/none", t.whole(0, 3))
        .column("TotalWorkingYears", "quasi/other_quasi", t.whole(0, 40))
        .column("WorkLifeBalance", "none/none|sensitive/other_sensitive", t.whole(1, 4))
        .column("YearsAtCompany", "quasi/other_quasi", t.whole(0, 40));
  }

  private static MadeUp stroke() {
    MadeUp t = MadeUp.heldOut("Stroke patients", Locale.US);
    return t.column("id", "direct/record_id|direct/medical_record_number", t.whole(60, 72900))
        .column("gender", "quasi/gender", t.any("Male", "Female", "Other"))
        .column("age", "quasi/age", t.whole(1, 82))
        .column("hypertension", "sensitive/health", t.any("0", "1"))
        .column("heart_disease", "sensitive/health", t.any("0", "1"))
        .column("ever_married", "quasi/marital_status", t.any("Yes", "No"))
        .column(
            "work_type",
            "quasi/occupation",
            t.any("Private", "Self-employed", "Govt_job", "children"))
        .column(
            "Residence_type", "quasi/other_quasi|quasi/region_or_state", t.any("Urban", "Rural"))
        .column("avg_glucose_level", "sensitive/health", t.around(106, 40))
        .column("bmi", "sensitive/health", t.around(28, 7))
        .column(
            "smoking_status",
            "sensitive/health",
            t.any("formerly smoked", "never smoked", "smokes", "Unknown"))
        .column("stroke", "sensitive/health", t.any("0", "1"));
  }

  private static MadeUp heartStudy() {
    MadeUp t = MadeUp.heldOut("Heart study", Locale.US);
    return t.column("male", "quasi/gender", t.any("0", "1"))
        .column("age", "quasi/age", t.whole(32, 70))
        .column("education", "quasi/education", t.whole(1, 4))
        .column("currentSmoker", "sensitive/health", t.any("0", "1"))
        .column("cigsPerDay", "sensitive/health", t.whole(0, 60))
        .column("BPMeds", "sensitive/health", t.any("0", "1"))
        .column("prevalentStroke", "sensitive/health", t.any("0", "1"))
        .column("prevalentHyp", "sensitive/health", t.any("0", "1"))
        .column("diabetes", "sensitive/health", t.any("0", "1"))
        .column("totChol", "sensitive/health", t.whole(110, 400))
        .column("sysBP", "sensitive/health", t.around(130, 20))
        .column("diaBP", "sensitive/health", t.around(82, 11))
        .column("BMI", "sensitive/health", t.around(25, 4))
        .column("heartRate", "sensitive/health", t.whole(45, 140))
        .column("glucose", "sensitive/health", t.whole(40, 300))
        .column("TenYearCHD", "sensitive/health", t.any("0", "1"));
  }

  private static MadeUp defendants() {
    MadeUp t = MadeUp.heldOut("Defendants", Locale.US);
    return t.column("id", "direct/record_id", t.counter(1))
        .column("name", "direct/person_name", row -> t.faker.name().fullName())
        .column("first", "direct/given_name", row -> t.faker.name().firstName())
        .column("last", "direct/family_name", row -> t.faker.name().lastName())
        .column("sex", "quasi/gender", t.any("Male", "Female"))
        .column("dob", "quasi/date_of_birth", t.day(1940, 1998, "yyyy-MM-dd"))
        .column("age", "quasi/age", t.whole(18, 80))
        .column("age_cat", "quasi/age", t.any("25 - 45", "Less than 25", "Greater than 45"))
        .column(
            "race",
            "sensitive/ethnicity",
            t.any("African-American", "Caucasian", "Hispanic", "Other"))
        .column("juv_fel_count", "sensitive/other_sensitive", t.whole(0, 5))
        .column("decile_score", "sensitive/other_sensitive", t.whole(1, 10))
        .column("priors_count", "sensitive/other_sensitive", t.whole(0, 30))
        .column(
            "c_jail_in",
            "quasi/date_of_event|sensitive/other_sensitive",
            t.day(2013, 2015, "yyyy-MM-dd"))
        .column(
            "c_case_number",
            "direct/record_id|none/none|sensitive/other_sensitive",
            row -> String.format("13%06dCF10A", row * 7))
        .column("c_charge_degree", "sensitive/other_sensitive", t.any("F", "M"))
        .column(
            "c_charge_desc",
            "sensitive/other_sensitive",
            t.any("Battery", "Grand Theft", "Driving Under The Influence"))
        .column("two_year_recid", "sensitive/other_sensitive", t.any("0", "1"));
  }

  private static MadeUp bankChurn() {
    MadeUp t = MadeUp.heldOut("Bank churn", Locale.US);
    return t.none("RowNumber", t.counter(1))
        .column("CustomerId", "direct/record_id", t.counter(15634602))
        .column("Surname", "direct/family_name", row -> t.faker.name().lastName())
        .column("CreditScore", "sensitive/other_sensitive", t.whole(350, 850))
        .column(
            "Geography", "quasi/country|quasi/region_or_state", t.any("France", "Spain", "Germany"))
        .column("Gender", "quasi/gender", t.any("Male", "Female"))
        .column("Age", "quasi/age", t.whole(18, 90))
        .column("Tenure", "none/none|quasi/other_quasi", t.whole(0, 10))
        .column("Balance", "sensitive/other_sensitive", t.around(76000, 20000))
        .none("NumOfProducts", t.whole(1, 4))
        .column("HasCrCard", "sensitive/other_sensitive|none/none", t.any("0", "1"))
        .none("IsActiveMember", t.any("0", "1"))
        .column("EstimatedSalary", "sensitive/income", t.around(100000, 40000))
        .none("Exited", t.any("0", "1"));
  }

  private static MadeUp mall() {
    MadeUp t = MadeUp.heldOut("Mall customers", Locale.US);
    return t.column("CustomerID", "direct/record_id", t.counter(1))
        .column("Gender", "quasi/gender", t.any("Male", "Female"))
        .column("Age", "quasi/age", t.whole(18, 70))
        .column("Annual Income (k$)", "sensitive/income", t.whole(15, 137))
        .column("Spending Score (1-100)", "none/none|sensitive/other_sensitive", t.whole(1, 99));
  }

  private static MadeUp exams() {
    MadeUp t = MadeUp.heldOut("Exam results", Locale.US);
    return t.column("gender", "quasi/gender", t.any("female", "male"))
        .column("race/ethnicity", "sensitive/ethnicity", t.any("group A", "group B", "group C"))
        .column(
            "parental level of education",
            "quasi/education",
            t.any("bachelor's degree", "some college", "high school"))
        .column(
            "lunch",
            "quasi/other_quasi|sensitive/income|none/none|sensitive/other_sensitive",
            t.any("standard", "free/reduced"))
        .column("test preparation course", "none/none|quasi/education", t.any("none", "completed"))
        .column("math score", "sensitive/other_sensitive", t.whole(0, 100))
        .column("reading score", "sensitive/other_sensitive", t.whole(0, 100))
        .column("writing score", "sensitive/other_sensitive", t.whole(0, 100));
  }

  private static MadeUp superstore() {
    MadeUp t = MadeUp.heldOut("Retail orders", Locale.US);
    return t.none("Row ID", t.counter(1))
        .none("Order ID", row -> String.format("CA-2016-%06d", row * 13))
        .column("Order Date", "quasi/date_of_event|none/none", t.day(2014, 2017, "M/d/yyyy"))
        .none("Ship Mode", t.any("Second Class", "Standard Class"))
        .column(
            "Customer ID",
            "direct/record_id",
            row -> String.format("CG-%05d", t.random.nextInt(99999)))
        .column("Customer Name", "direct/person_name", row -> t.faker.name().fullName())
        .none("Segment", t.any("Consumer", "Corporate"))
        .column("Country", "quasi/country", t.any("United States"))
        .column("City", "quasi/city", row -> t.faker.address().city())
        .column("State", "quasi/region_or_state", row -> t.faker.address().state())
        .column("Postal Code", "quasi/postcode", row -> t.faker.address().zipCode())
        .column("Region", "quasi/region_or_state", t.any("South", "West"))
        .none("Category", t.any("Furniture", "Technology"))
        .none("Sub-Category", t.any("Chairs", "Phones"))
        .none("Product Name", row -> t.faker.commerce().productName())
        .none("Sales", t.around(200, 80))
        .none("Quantity", t.whole(1, 9))
        .none("Discount", t.any("0", "0.2"))
        .none("Profit", t.around(20, 30));
  }

  private static MadeUp onlineRetail() {
    MadeUp t = MadeUp.heldOut("Invoice lines", Locale.US);
    return t.none("InvoiceNo", t.whole(536365, 581587))
        .none("StockCode", row -> String.format("%05d", t.random.nextInt(99999)))
        .none("Description", row -> t.faker.commerce().productName())
        .none("Quantity", t.whole(1, 80))
        .none("InvoiceDate", t.day(2010, 2011, "M/d/yyyy"))
        .none("UnitPrice", t.around(4, 1))
        .column("CustomerID", "none/none|direct/record_id", t.whole(12346, 18287))
        .column("Country", "none/none|quasi/country", t.any("United Kingdom", "France"));
  }

  private static MadeUp cars() {
    MadeUp t = MadeUp.heldOut("Used cars", Locale.UK);
    return t.none("make", t.any("Audi", "BMW"))
        .none("model", t.any("A3", "320"))
        .none("year", t.whole(2000, 2020))
        .none("price", t.whole(900, 40000))
        .none("mileage", t.whole(1000, 200000))
        .none("fuelType", t.any("Petrol", "Diesel"))
        .none("engineSize", t.any("1.4", "2.0"))
        .none("owners", t.whole(1, 4))
        .none("age", t.whole(0, 20))
        .none("city", t.any("Leeds", "Hull"));
  }

  private static MadeUp taxi() {
    MadeUp t = MadeUp.heldOut("Taxi trips", Locale.US);
    return t.none("vendor_id", t.whole(1, 2))
        .none("pickup_datetime", t.day(2016, 2017, "yyyy-MM-dd"))
        .none("passenger_count", t.whole(1, 6))
        .none("pickup_longitude", t.around(-73.9, 0.05))
        .none("pickup_latitude", t.around(40.7, 0.05))
        .none("trip_distance", t.around(3, 1))
        .none("fare_amount", t.around(12, 4))
        .none("tip_amount", t.around(2, 1))
        .none("payment_type", t.any("CRD", "CSH"));
  }

  private static MadeUp rooms() {
    MadeUp t = MadeUp.heldOut("Room listings", Locale.US);
    return t.none("id", t.counter(2539))
        .none("name", t.any("Cozy loft", "Quiet room near park", "Skylit Midtown Castle"))
        .column("host_id", "direct/record_id|none/none", t.whole(2000, 90000))
        .column(
            "host_name",
            "direct/given_name|none/none|direct/person_name",
            row -> t.faker.name().firstName())
        .column(
            "neighbourhood",
            "none/none|quasi/region_or_state",
            t.any("Harlem", "Midtown", "Kensington"))
        .column("latitude", "none/none|quasi/geo_coordinate", t.around(40.7, 0.05))
        .column("longitude", "none/none|quasi/geo_coordinate", t.around(-73.9, 0.05))
        .none("room_type", t.any("Private room", "Entire home/apt"))
        .none("price", t.whole(40, 400))
        .none("minimum_nights", t.whole(1, 30))
        .none("number_of_reviews", t.whole(0, 300))
        .none("last_review", t.day(2018, 2019, "yyyy-MM-dd"));
  }

  private static MadeUp bikes() {
    MadeUp t = MadeUp.heldOut("Bike hire by hour", Locale.US);
    return t.none("datetime", t.day(2011, 2012, "yyyy-MM-dd"))
        .none("season", t.whole(1, 4))
        .none("holiday", t.any("0", "1"))
        .none("workingday", t.any("0", "1"))
        .none("weather", t.whole(1, 4))
        .none("temp", t.around(20, 5))
        .none("humidity", t.whole(20, 100))
        .none("windspeed", t.around(12, 4))
        .none("casual", t.whole(0, 300))
        .none("registered", t.whole(0, 800))
        .none("count", t.whole(0, 900));
  }

  private static MadeUp flightFeedback() {
    MadeUp t = MadeUp.heldOut("Airline feedback", Locale.US);
    return t.column("id", "direct/record_id|none/none", t.counter(70172))
        .column("Gender", "quasi/gender", t.any("Male", "Female"))
        .none("Customer Type", t.any("Loyal Customer", "disloyal Customer"))
        .column("Age", "quasi/age", t.whole(7, 85))
        .column(
            "Type of Travel",
            "none/none|quasi/other_quasi",
            t.any("Personal Travel", "Business travel"))
        .column("Class", "none/none|quasi/other_quasi", t.any("Eco", "Business"))
        .none("Flight Distance", t.whole(100, 4000))
        .none("Inflight wifi service", t.whole(0, 5))
        .none("Seat comfort", t.whole(0, 5))
        .none("Departure Delay in Minutes", t.whole(0, 90))
        .none("satisfaction", t.any("satisfied", "neutral or dissatisfied"));
  }

  private static MadeUp depression() {
    MadeUp t = MadeUp.heldOut("Student wellbeing", Locale.UK);
    return t.column("Timestamp", "quasi/date_of_event|none/none", t.day(2020, 2021, "dd/MM/yyyy"))
        .column("Choose your gender", "quasi/gender", t.any("Female", "Male"))
        .column("Age", "quasi/age", t.whole(18, 24))
        .column("What is your course?", "quasi/education", t.any("Engineering", "Law", "BIT"))
        .column("Your current year of Study", "quasi/education", t.any("year 1", "year 2"))
        .column(
            "What is your CGPA?", "sensitive/other_sensitive", t.any("3.00 - 3.49", "3.50 - 4.00"))
        .column("Marital status", "quasi/marital_status", t.any("Yes", "No"))
        .column("Do you have Depression?", "sensitive/health", t.any("Yes", "No"))
        .column("Do you have Anxiety?", "sensitive/health", t.any("Yes", "No"))
        .column(
            "Did you seek any specialist for a treatment?", "sensitive/health", t.any("Yes", "No"));
  }

  private static MadeUp electorate() {
    MadeUp t = MadeUp.heldOut("Electors", Locale.UK);
    return t.column("elector_no", "direct/record_id", t.counter(1))
        .column("title", "quasi/initials_or_title", t.any("Mr", "Mrs", "Dr", "Ms"))
        .column("forename", "direct/given_name", row -> t.faker.name().firstName())
        .column("initials", "quasi/initials_or_title", t.any("A", "B J", "C"))
        .column("surname", "direct/family_name", row -> t.faker.name().lastName())
        .column("addr1", "direct/street_address", row -> t.faker.address().streetAddress())
        .column("town", "quasi/city", t.any("Leeds", "York"))
        .column("pcode", "quasi/postcode", row -> t.faker.address().postcode())
        .column("email_addr", "direct/email", row -> t.faker.internet().emailAddress())
        .column("tel_no", "direct/phone", row -> t.faker.phoneNumber().phoneNumber())
        .column(
            "date_attained",
            "quasi/date_of_birth|quasi/date_of_event",
            t.day(2003, 2008, "dd/MM/yyyy"))
        .column("ward", "quasi/region_or_state", t.any("Holgate", "Clifton"));
  }

  private static MadeUp dump() {
    MadeUp t = MadeUp.heldOut("CRM dump", Locale.US);
    Ids ids = new Ids(t.random);
    return t.column("cust_fname", "direct/given_name", row -> t.faker.name().firstName())
        .column("cust_lname", "direct/family_name", row -> t.faker.name().lastName())
        .column("custemail", "direct/email", row -> t.faker.internet().emailAddress())
        .column("cellphone1", "direct/phone", row -> t.faker.phoneNumber().cellPhone())
        .column("addr_line_1", "direct/street_address", row -> t.faker.address().streetAddress())
        .column("cty", "quasi/city", row -> t.faker.address().city())
        .column("st", "quasi/region_or_state", row -> t.faker.address().stateAbbr())
        .column("zip5", "quasi/postcode", row -> t.faker.address().zipCode())
        .column("bday", "quasi/date_of_birth", t.day(1945, 2004, "MM/dd/yyyy"))
        .column(
            "ssn_last4",
            "direct/national_id|quasi/other_quasi",
            row -> String.format("%04d", t.random.nextInt(9999)))
        .column("ccnum", "direct/payment_card", row -> ids.card())
        .none("lead_source", t.any("Web", "Phone", "Trade show"))
        .none("opt_in", t.any("Yes", "No"))
        .none("ltv", t.around(900, 300))
        .column("acct_mgr", "direct/person_name", row -> t.faker.name().fullName());
  }

  private static MadeUp claims() {
    MadeUp t = MadeUp.heldOut("Car insurance claims", Locale.US);
    return t.column(
            "policy_number", "direct/account_number|direct/record_id", t.whole(100000, 999999))
        .column("policy_bind_date", "quasi/date_of_event", t.day(1990, 2015, "yyyy-MM-dd"))
        .column("policy_state", "quasi/region_or_state", t.any("OH", "IN", "IL"))
        .none("policy_annual_premium", t.around(1250, 240))
        .column("insured_zip", "quasi/postcode", t.whole(430000, 620000))
        .column("insured_sex", "quasi/gender", t.any("MALE", "FEMALE"))
        .column("insured_education_level", "quasi/education", t.any("MD", "PhD", "High School"))
        .column(
            "insured_occupation",
            "quasi/occupation",
            t.any("craft-repair", "sales", "exec-managerial"))
        .column("insured_hobbies", "quasi/other_quasi", t.any("chess", "golf", "reading"))
        .column(
            "insured_relationship",
            "quasi/other_quasi|quasi/marital_status",
            t.any("husband", "own-child", "wife"))
        .column("capital-gains", "sensitive/income", t.whole(0, 90000))
        .column("age", "quasi/age", t.whole(19, 64))
        .column("incident_date", "quasi/date_of_event", t.day(2015, 2016, "yyyy-MM-dd"))
        .none("incident_type", t.any("Vehicle Theft", "Parked Car"))
        .column("incident_city", "quasi/city", t.any("Columbus", "Arlington", "Springfield"))
        .column("auto_make", "none/none|quasi/other_quasi", t.any("Saab", "Dodge"))
        .none("total_claim_amount", t.whole(100, 90000))
        .column("fraud_reported", "none/none|sensitive/other_sensitive", t.any("Y", "N"));
  }
}
