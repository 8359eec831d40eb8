import { Checkbox, Field, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { coveredYears } from '../law';
import type { RatioPlaces } from '../engine/term';
import { usePane } from './context';
import { Fold } from './layout';

const useStyles = makeStyles({ apart: { paddingTop: '10px' }, group: { margin: 0, padding: 0, border: 'none', minWidth: 0 }, years: { display: 'flex', flexWrap: 'wrap' } });

const places: readonly RatioPlaces[] = ['exact', 3, 4, 5, 6, 7, 8, 9, 10];
const YEARS_OFFERED = 6;

/** What most people leave as it is. */
export const Options = () => {
  const { session, draft } = usePane();
  const styles = useStyles();
  const { year, earlierYears } = draft;
  const offered = year === null ? [] : coveredYears.filter((one) => one < year && (one >= year - YEARS_OFFERED || earlierYears.includes(one))).reverse();
  return (
    <div className={styles.apart}>
      <Fold title="Options">
        <Field label="Rounding" hint="Form 1040 allows whole dollars; cents are added up before they are rounded.">
          <RadioGroup layout="horizontal" value={draft.rounding} onChange={(_, { value }) => session.change({ rounding: value === 'cents' ? 'cents' : 'dollars' })}>
            <Radio value="dollars" label="Whole dollars" />
            <Radio value="cents" label="Cents" />
          </RadioGroup>
        </Field>
        <Field label="Line 10" hint="Exact unless the figures must tie to software that rounds the ratio.">
          <Select
            value={String(draft.ratioPlaces)}
            onChange={(_, { value }) => session.change({ ratioPlaces: places.find((place) => String(place) === value) ?? 'exact' })}
          >
            {places.map((place) => <option key={place} value={String(place)}>{place === 'exact' ? 'Exact' : `Rounded to ${place} places`}</option>)}
          </Select>
        </Field>
        {offered.length > 0 && (
          <fieldset className={styles.group}>
            <legend>A tab of their own for earlier years too</legend>
            <div className={styles.years}>
              {offered.map((one) => (
                <Checkbox
                  key={one}
                  label={String(one)}
                  checked={earlierYears.includes(one)}
                  onChange={(_, { checked }) => session.change({ earlierYears: checked === true ? [...earlierYears, one] : earlierYears.filter((other) => other !== one) })}
                />
              ))}
            </div>
          </fieldset>
        )}
      </Fold>
    </div>
  );
};
