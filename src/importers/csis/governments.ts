/**
 * The publisher's government names and whose rules they are, as an ISO 3166-1 code or EU. Cities and provinces that the
 * publisher files under a country stay with the country. 110 spellings in the file are 109 governments: one name stands
 * there with and without a blank at its end, which is taken off before looking here.
 */
export const governments: Readonly<Record<string, string>> = {
  Argentina: "AR", Armenia: "AM", Australia: "AU", Austria: "AT", Azerbaijan: "AZ", Bangladesh: "BD", Barbados: "BB", Belgium: "BE", Benin: "BJ",
  Bhutan: "BT", Bolivia: "BO", Botswana: "BW", Brazil: "BR", Bulgaria: "BG", Cambodia: "KH", Canada: "CA", Chile: "CL", China: "CN", Colombia: "CO",
  "Costa Rica": "CR", Croatia: "HR", Cuba: "CU", Curaçao: "CW", Cyprus: "CY", "Czech Republic": "CZ", Denmark: "DK", Djibouti: "DJ", Dominica: "DM",
  "Dominican Republic": "DO", Ecuador: "EC", Egypt: "EG", "El Salvador": "SV", Estonia: "EE", "European Union": "EU", Finland: "FI", France: "FR",
  Gambia: "GM", Germany: "DE", Ghana: "GH", Greece: "GR", Guyana: "GY", "Hong Kong": "HK", Hungary: "HU", Iceland: "IS", India: "IN", Indonesia: "ID",
  Iran: "IR", Israel: "IL", Italy: "IT", Jamaica: "JM", Japan: "JP", Jordan: "JO", Kazakhstan: "KZ", Kenya: "KE", Kyrgyzstan: "KG", Laos: "LA",
  Latvia: "LV", Lithuania: "LT", Luxembourg: "LU", Macedonia: "MK", Malawi: "MW", Malaysia: "MY", Malta: "MT", Mauritius: "MU", Mexico: "MX",
  Micronesia: "FM", Mongolia: "MN", Montenegro: "ME", Namibia: "NA", Nepal: "NP", Netherlands: "NL", "New Zealand": "NZ", Nigeria: "NG",
  "North Korea": "KP", Norway: "NO", Oman: "OM", Pakistan: "PK", Panama: "PA", Paraguay: "PY", Peru: "PE", Philippines: "PH", Poland: "PL",
  Portugal: "PT", Qatar: "QA", Romania: "RO", Russia: "RU", "Saudi Arabia": "SA", Singapore: "SG", "South Korea": "KR", "Sri Lanka": "LK",
  "St. Kitts and Nevis": "KN", "St. Lucia": "LC", "St. Vincent and the Grenadines": "VC", "State of Palestine": "PS", Syria: "SY", Taiwan: "TW",
  Thailand: "TH", "Trinidad & Tobago": "TT", Tunisia: "TN", Turkey: "TR", Uganda: "UG", Ukraine: "UA", "United Kingdom": "GB", "United States": "US",
  Uruguay: "UY", Uzbekistan: "UZ", Venezuela: "VE", Vietnam: "VN", Zambia: "ZM",
};
