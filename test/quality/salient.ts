// What careful human transcribers of ST 6406/26 and ST 8261/1/26 REV 1 noted as salient between the two, as words that went and words that came.
// Read from their notes by a person; no more than a few words of each. Left out are the notes that the pages themselves contradict: in ST 6406/26 too stand
// "subject to the application of appropriate safeguards" (5(1)(b)), "by the same controller and where and insofar as" (13(5)), "establish" in place of
// "prepare and transmit" (35, 70) and an article for the time until an entry point exists (33(1a)).

export interface Salient {
  readonly note: string;
  /** Words that went, in one hunk. */
  readonly went?: RegExp;
  /** Words that came, in one hunk. */
  readonly came?: RegExp;
}

export const SALIENT: readonly Salient[] = [
  { note: 'definition (33) went', went: /electronic communications networks/ },
  { note: 'definition (38) came back, reworked', came: /“?scientific research.{0,20} means/ },
  { note: '9(2)(k) narrowed', came: /incidental and residual/ },
  { note: '9(2)(l) drops possession', went: /and possession/ },
  { note: '9(5): remove became delete', went: /\bremove\b/, came: /\bdelete\b/ },
  { note: '12(5): fee proportionate', went: /taking into account/, came: /proportionate to/ },
  { note: '12(5): circumstances of the case', came: /in the light of all the relevant circumstances/ },
  { note: '12(5): the tail on abusive intention went', went: /abusive intention/ },
  { note: '13(4): criminal convictions', came: /criminal convictions and offences/ },
  { note: '5(1)(b): independent of 6(4)', came: /independent of the conditions of Article 6\(4\)/ },
  { note: 'Article 22 kept and rewritten', came: /right not to be subject to a decision/ },
  { note: 'point 7a', came: /the controller and the processor shall/ },
  { note: '33(1): 96 hours became 72', went: /\b96\b/, came: /\b72\b/ },
  { note: '33(1): another entry point', went: /single-entry/, came: /national entry/ },
  { note: '33(6): the Commission may adopt', came: /may.{0,40}adopt the template as established by the Board/ },
  { note: '35(6b) restored', came: /at least every three years/ },
  { note: 'point 9a', came: /contact details of the data protection officer/ },
  { note: 'Article 29a', came: /Pseudonymisation and identification/ },
  { note: '57(1)(aa)', came: /refrain from adopting guidelines/ },
  { note: '57(4)', came: /abusive intention/ },
  { note: '70(hcb)', came: /\(hcb\)/ },
  { note: '88b: operating systems', came: /operating systems?/ },
  { note: '88b(7a)', came: /\(7a\)/ },
  { note: 'Article 88c went', went: /Article 88c/ },
  { note: 'recital 30 went', went: /\(30\)/ },
  { note: 'recital 31 went', went: /\(31\)/ },
  { note: 'recital 27a: ex ante and in concreto', came: /ex ante and in concreto/ },
  { note: 'recital 35a', came: /excessivity/ },
  { note: 'recital 38 kept', came: /solely automated/ },
  { note: 'recital 33: delete', went: /\bremove/, came: /\bdelete/ },
  { note: 'recital 47 became 43a', went: /\(47\)/, came: /\(43a\)/ },
  { note: 'recital 49: national entry points', came: /\(49\).*entry points at national level/s },
  { note: 'recital 49a: an information point', came: /single information point/ },
  { note: 'P2B: another end', came: /1 January 2033/ },
  { note: 'Data Act, chapter VIIa', came: /CHAPTER VIIa|Chapter VIIa/ },
  { note: 'the repeal of the Data Governance Act', came: /Regulation \(EU\) 2022\/868.{0,80}(?:is|are) repealed|repeal/ },
];
