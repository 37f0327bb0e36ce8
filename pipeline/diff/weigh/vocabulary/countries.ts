// Countries by name, which count as actors: English names, and German and French ones for the Union, its neighbours and the routes.

import { groups, type Vocabulary } from './groups.ts';

export const COUNTRIES: Vocabulary = {
  actor: groups(`
    Austria | Österreich | Autriche; Belgium | Belgien | Belgique; Bulgaria | Bulgarien | Bulgarie; Croatia | Kroatien | Croatie;
    Cyprus | Zypern | Chypre;
    Czechia | Czech Republic | Tschechien | Tchéquie;
    Denmark | Dänemark | Danemark; Estonia | Estland | Estonie; Finland | Finnland | Finlande; France | Frankreich;
    Germany | Deutschland | Allemagne; Greece | Griechenland | Grèce; Hungary | Ungarn | Hongrie; Ireland | Irland | Irlande;
    Italy | Italien | Italie; Latvia | Lettland | Lettonie; Lithuania | Litauen | Lituanie; Luxembourg | Luxemburg; Malta | Malte;
    Netherlands | Niederlande | Pays-Bas; Poland | Polen | Pologne; Portugal; Romania | Rumänien | Roumanie;
    Slovakia | Slowakei | Slovaquie; Slovenia | Slowenien | Slovénie; Spain | Spanien | Espagne; Sweden | Schweden | Suède;
    Norway | Norwegen | Norvège; Iceland | Islande; Switzerland | Schweiz | Suisse; Liechtenstein;
    United Kingdom | UK | Vereinigtes Königreich | Royaume-Uni;
    United States | United States of America | US | USA | U.S | États-Unis;
    Albania | Albanien | Albanie;
    Bosnia and Herzegovina | Bosnien und Herzegowina | Bosnie-Herzégovine;
    Kosovo; Montenegro; North Macedonia; Serbia | Serbien | Serbie; Türkiye | Turkey | Türkei | Turquie; Ukraine;
    Moldova | Republic of Moldova; Belarus;
    Russia | Russian Federation | Russland | Russie;
    Georgia | Georgien | Géorgie; Armenia | Armenien; Azerbaijan; Morocco | Marokko | Maroc; Algeria | Algerien | Algérie;
    Tunisia | Tunesien | Tunisie; Libya | Libyen | Libye; Egypt | Ägypten | Égypte; Mauritania | Mauretanien | Mauritanie; Mali; Niger;
    Chad | Tschad | Tchad; Burkina Faso; Senegal | Sénégal; Gambia | Gambie; Guinea | Guinée; Guinea-Bissau; Sierra Leone; Liberia;
    Côte d'Ivoire | Ivory Coast; Ghana; Togo; Benin; Nigeria; Cameroon; Cabo Verde | Cape Verde; Central African Republic;
    Sudan | Soudan; South Sudan; Eritrea; Ethiopia | Äthiopien | Éthiopie; Djibouti; Somalia; Kenya; Uganda; Rwanda; Burundi; Tanzania;
    Democratic Republic of the Congo | DRC; Congo; Gabon; Equatorial Guinea; Angola; Zambia; Zimbabwe; Malawi; Mozambique; Namibia;
    Botswana; South Africa; Lesotho; Eswatini; Madagascar; Mauritius; Comoros; Seychelles; São Tomé and Príncipe;
    Syria | Syrian Arab Republic | Syrien | Syrie;
    Iraq | Irak; Iran; Lebanon | Libanon | Liban; Jordan | Jordanien | Jordanie; Israel; Palestine; Yemen; Saudi Arabia; Oman; Qatar;
    Bahrain; Kuwait; United Arab Emirates | UAE; Afghanistan; Pakistan; India | Indien | Inde; Bangladesh; Sri Lanka; Nepal; Bhutan;
    Maldives; Kazakhstan; Kyrgyzstan; Tajikistan; Turkmenistan; Uzbekistan; Mongolia; China; Taiwan; Hong Kong; Japan;
    South Korea | Republic of Korea; North Korea; Viet Nam | Vietnam; Laos; Cambodia; Thailand; Myanmar; Malaysia; Singapore; Indonesia;
    Philippines; Brunei; Timor-Leste; Australia; New Zealand; Papua New Guinea; Fiji; Canada | Kanada; Mexico; Guatemala; Belize;
    El Salvador; Honduras; Nicaragua; Costa Rica; Panama; Cuba; Jamaica; Haiti; Dominican Republic; Trinidad and Tobago; Colombia;
    Venezuela; Guyana; Suriname; Ecuador; Peru; Brazil; Bolivia; Paraguay; Uruguay; Argentina; Chile; Andorra; Monaco; San Marino;
    Holy See | Vatican
  `),
};
