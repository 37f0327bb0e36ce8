// Words that are written in two ways and are one word: British and American, old and new.

const listed = (text: string): readonly string[] => text.trim().split(/\s+/);

/** `honour` and `honor`: stems whose `our` may be `or`. */
export const OUR_STEMS = listed(
  'col hon lab fav harb behavi neighb endeav hum rum arm vig vap sav od tum clam rig val parl flav splend ranc ferv cand',
);

/** Written `=`; parts of words, too: `centre` stands in `centres` and `epicentre`. */
export const PAIRS: readonly (readonly [string, string])[] = listed(`
  centre=center theatre=theater litre=liter metre=meter fibre=fiber calibre=caliber spectre=specter meagre=meager
  licence=license defence=defense offence=offense pretence=pretense practise=practice programme=program catalogue=catalog dialogue=dialog
  analogue=analog fulfill=fulfil enroll=enrol skillful=skilful willful=wilful grey=gray judgement=judgment acknowledgement=acknowledgment
  ageing=aging artefact=artifact sceptic=skeptic adviser=advisor enquir=inquir focuss=focus benefitt=benefit targett=target
  labell=label travell=travel cancell=cancel modell=model signall=signal fuell=fuel counsell=counsel channell=channel levell=level
  marshall=marshal totall=total monitorr=monitor encyclopaedia=encyclopedia paediatric=pediatric foetus=fetus anaesthe=anesthe
  cheque=check tonne=ton aluminium=aluminum manoeuvre=maneuver storey=story tyre=tire sulph=sulf orientate=orient
`).map((pair) => {
  const [one = '', other = ''] = pair.split('=');
  return [one, other] as const;
});

/** Whole words. */
export const WORDS: ReadonlyMap<string, string> = new Map(
  listed('towards=toward amongst=among whilst=while learnt=learned afterwards=afterward dependant=dependent percent=% daß=dass').map(
    (pair) => {
      const [one = '', other = ''] = pair.split('=');
      return [one, other] as const;
    },
  ),
);
