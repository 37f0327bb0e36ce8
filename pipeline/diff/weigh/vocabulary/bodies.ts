// Who acts: institutions, agencies, bodies and kinds of authorities. Full name and abbreviation are the same actor.

import { groups, type Vocabulary } from './groups.ts';

export const BODIES: Vocabulary = {
  actor: groups(`
    member states | member state | Mitgliedstaat | Mitgliedstaaten | Mitgliedstaats | États membres | État membre;
    Commission | European Commission | Kommission | Europäische Kommission | Commission européenne;
    Council | Council of the European Union | Rat | Conseil;
    European Council | Europäischer Rat | Europäischen Rates | Conseil européen;
    Council of Europe | Europarat | Conseil de l'Europe;
    European Parliament | Parliament | EP | Europäisches Parlament | Europäischen Parlaments | Europäische Parlament
      | Parlement européen;
    national parliaments | national parliament; co-legislators; Presidency | Vorsitz | présidence du Conseil;
    High Representative | High Representative of the Union for Foreign Affairs and Security Policy | HR/VP | Hoher Vertreter
      | haut représentant;
    EEAS | European External Action Service | EAD | Europäischer Auswärtiger Dienst | SEAE
      | Service européen pour l'action extérieure;
    Court of Justice | Court of Justice of the European Union | CJEU;
    European Court of Human Rights | ECtHR;
    Court of Auditors | European Court of Auditors | ECA;
    European Ombudsman | Ombudsman;
    European Economic and Social Committee | EESC;
    Committee of the Regions; European Central Bank | ECB;
    Frontex | European Border and Coast Guard Agency | EBCGA | Europäische Agentur für die Grenz- und Küstenwache
      | Agence européenne de garde-frontières et de garde-côtes;
    European Border and Coast Guard | EBCG;
    Europol | European Union Agency for Law Enforcement Cooperation | EU Agency for Law Enforcement Cooperation;
    Eurojust | European Union Agency for Criminal Justice Cooperation | EU Agency for Criminal Justice Cooperation;
    EUAA | European Union Agency for Asylum | EU Agency for Asylum | Asylum Agency | Asylagentur der Europäischen Union | AUEA;
    EASO | European Asylum Support Office;
    FRA | European Union Agency for Fundamental Rights | EU Agency for Fundamental Rights | Fundamental Rights Agency
      | Agency for Fundamental Rights;
    eu-LISA
      | European Union Agency for the Operational Management of Large-Scale IT Systems in the Area of Freedom, Security and Justice;
    CEPOL | European Union Agency for Law Enforcement Training | EU Agency for Law Enforcement Training;
    EMSA | European Maritime Safety Agency; EFCA | European Fisheries Control Agency;
    ENISA | European Union Agency for Cybersecurity;
    EUDA | European Union Drugs Agency | EMCDDA;
    SatCen | EU SatCen | European Union Satellite Centre;
    EPPO | European Public Prosecutor's Office; OLAF | European Anti-Fraud Office; EDPS | European Data Protection Supervisor;
    EDPB | European Data Protection Board; EIB | European Investment Bank; EMSC | European Migrant Smuggling Centre;
    European Centre Against Migrant Smuggling | ECAMS;
    EMPACT; EUROSUR; EMN | European Migration Network;
    COSI | Standing Committee on Operational Cooperation on Internal Security;
    SCIFA | Strategic Committee on Immigration, Frontiers and Asylum;
    CATS;
    EMWP | External Aspects of Asylum and Migration Working Party;
    Coreper | Permanent Representatives Committee | Ausschuss der Ständigen Vertreter;
    IMEX | Working Party on Integration, Migration and Expulsion;
    JHA Counsellors; Law Enforcement Working Party | LEWP; MOCADEM; IPCR; MAG | MAGs;
    IOM | International Organization for Migration | International Organisation for Migration;
    UNHCR | UN Refugee Agency;
    UNODC | United Nations Office on Drugs and Crime;
    ICMPD | International Centre for Migration Policy Development;
    UNICEF; OHCHR; Interpol; NATO; OSCE;
    IMO | International Maritime Organization | International Maritime Organisation;
    ICAO | International Civil Aviation Organization;
    ICRC; Red Cross; WHO; World Bank; G7; G20; African Union; ECOWAS; League of Arab States;
    United Nations | UN | Vereinte Nationen | Nations unies;
    CSDP missions and operations | CSDP missions | CSDP mission | CSDP operations;
    EUNAVFOR MED IRINI | Operation IRINI | IRINI; EUCAP | EUCAP Sahel; EUBAM; EULEX; EUAM;
    EU delegations | EU delegation | Union delegations | Union delegation;
    delegations | delegation | Delegationen | délégations;
    third countries | third country | third States | third State | Drittstaaten | Drittstaat | Drittländer | Drittländern
      | pays tiers;
    partner countries | partner country | Partnerländer | pays partenaires;
    countries of origin | country of origin; countries of transit | country of transit; Western Balkans | Western Balkan;
    Schengen associated countries | Schengen Associated Countries | associated countries;
    candidate countries | candidate country;
    competent authorities | competent authority | zuständigen Behörden | zuständige Behörde | autorités compétentes
      | autorité compétente;
    national authorities | national authority | nationalen Behörden | autorités nationales;
    law enforcement authorities | law enforcement authority | law enforcement agencies | Strafverfolgungsbehörden
      | services répressifs;
    judicial authorities | judicial authority; immigration authorities; migration authorities; asylum authorities; border authorities;
    customs authorities | customs;
    supervisory authorities | supervisory authority;
    market surveillance authorities | market surveillance authority;
    border guards; coast guard | coast guards; police;
    immigration liaison officers | immigration liaison officer | ILOs | liaison officers | liaison officer;
    carriers | carrier | Beförderungsunternehmen | transporteurs;
    airlines | airline; shipping companies; private sector; civil society;
    NGOs | NGO | non-governmental organisations | non-governmental organizations;
    international organisations | international organizations;
    EU agencies | Union agencies | JHA agencies; Justice and Home Affairs agencies;
    Union bodies, offices and agencies | bodies, offices and agencies
  `),
};
