import type { MessagesFor } from '@dossierkit/core';
import type { AuditMessage } from '../findings.js';

/** Every message of the package in Arabic. */
export const ar: MessagesFor<AuditMessage> = {
  'audit-trail/bundle-unreadable': ({ reason }) => ({
    problem: `هذا الملف ليس حزمة تدقيق يستطيع هذا الإصدار قراءتها (${reason}).`,
    advice: 'اطلب الملف مرة أخرى، وقارن بصمته مع المُرسِل عبر قناة أخرى.',
  }),
  'audit-trail/bundle-too-large': ({ limit }, { number }) => ({
    problem: `يزيد الملف على ${number(limit)} محرف.`,
    advice: 'اطلب عددًا أقل من الملفات في كل حزمة، أو ارفع الحد.',
  }),
  'audit-trail/bundle-seal': () => ({
    problem: 'لم يعد الملف كما صُدِّر، أو أن مفتاحًا آخر ختمه.',
    advice: 'لا تعتمد عليه. اطلبه من جديد واحتفظ بهذه النسخة دليلًا.',
    verified: 'لم يتغيّر أي بايت من الملف منذ تصديره.',
  }),
  'audit-trail/key-not-pinned': ({ verifier }) => ({
    problem: `جرى التحقق بالمفتاح الذي يحمله الملف نفسه: ${verifier}`,
    advice: 'قارن هذا المفتاح بمفتاح من مصدر موثوق، ثم أعد التحقق به.',
  }),
  'audit-trail/chain': ({ dossier, entries }, { plural }) => ({
    problem: `سلسلة ${dossier} غير متماسكة.`,
    advice: 'انظر القيود المذكورة.',
    verified: `${dossier}: ${plural(entries, {
      one: 'قيد واحد',
      two: 'قيدان',
      few: `${entries} قيود`,
      other: `${entries} قيدًا`,
    })} متصلة بلا انقطاع.`,
  }),
  'audit-trail/entry-changed': ({ dossier, sequence }) => ({
    problem: `${dossier}: غُيّر القيد ${sequence} بعد تسجيله.`,
    advice: 'لا تعتمد عليه ولا على ما بعده؛ قارن بنسخة احتياطية.',
  }),
  'audit-trail/entry-missing': ({ dossier, sequence }) => ({
    problem: `${dossier}: القيد ${sequence} مفقود.`,
    advice: 'اسأل أين هو؛ فالقيود المجاورة تثبت أنه كان موجودًا.',
  }),
  'audit-trail/entry-added': ({ dossier, sequence }) => ({
    problem: `${dossier}: أُضيف شيء عند القيد ${sequence}.`,
    advice: 'لا تعتمد عليه؛ ففي كل موضع من السلسلة قيد واحد فقط.',
  }),
  'audit-trail/entry-reordered': ({ dossier, sequence }) => ({
    problem: `${dossier}: القيد ${sequence} ليس في موضعه.`,
    advice: 'القيود نفسها تدل على ترتيبها الصحيح.',
  }),
  'audit-trail/link-broken': ({ dossier, sequence }) => ({
    problem: `${dossier}: القيد ${sequence} لا يتبع القيد الذي قبله.`,
    advice: 'استُبدل أحدهما؛ قارن بنقطة تحقق أو بنسخة احتياطية.',
  }),
  'audit-trail/checkpoint-signature': ({ index }) => ({
    problem: `نقطة التحقق ${index + 1} غير موقّعة بمفتاح موثوق هنا.`,
    advice: 'انظر أي مفتاح تذكره؛ وإن استُبدل مفتاح فأضف القديم أيضًا.',
    verified: `نقطة التحقق ${index + 1} موقّعة.`,
  }),
  'audit-trail/checkpoint-consistency': ({ index }) => ({
    problem: `نقطة التحقق ${index + 1} لا تكمل ما قبلها.`,
    advice: 'أُعيدت كتابة السجل بينهما. اطلب تفسيرًا ونسخ الشهود.',
    verified: `نقطة التحقق ${index + 1} تكمل ما قبلها.`,
  }),
  'audit-trail/inclusion': ({ dossier, sequence, checkpoint }) => ({
    problem: `${dossier}: القيد ${sequence} ليس مشمولًا بنقطة التحقق ${checkpoint + 1}.`,
    advice: 'أُعيدت كتابة السلسلة بعد نقطة التحقق، أو أن البرهان تالف.',
    verified: `${dossier}: كل ما قبل القيد ${sequence} وهو معه مشمول بنقطة التحقق ${checkpoint + 1}.`,
  }),
  'audit-trail/anchor': ({ index, anchor, at }, { outcome, dateTime }) => ({
    problem:
      outcome === 'failed'
        ? `إيصال «${anchor}» لنقطة التحقق ${index + 1} غير صحيح.`
        : `لم يُتحقَّق من إيصال «${anchor}» لنقطة التحقق ${index + 1} إذ لم يُسأل شاهد موثوق هنا، أو تعذّر عليه الجزم.`,
    advice: 'أعد التحقق مع الشاهد: بشهادته الرقمية أو بنسخة من ملفه.',
    verified: at
      ? `شهد «${anchor}» نقطة التحقق ${index + 1} بتاريخ ${dateTime(at, 'UTC')} UTC.`
      : `شهد «${anchor}» نقطة التحقق ${index + 1}.`,
  }),
  'audit-trail/unanchored': ({ dossier, from, to }) => ({
    problem: `${dossier}: القيود من ${from} إلى ${to} جاءت بعد آخر نقطة تحقق.`,
    advice: 'ستحميها النقطة التالية.',
  }),
  'audit-trail/erased': ({ dossier, sequence, name }) => ({
    problem: `${dossier}: مُحي «${name}» في القيد ${sequence}، أو لم يُكشف عن مفتاحه.`,
    advice: 'لا يلزم شيء: القيد نفسه يبقى مثبتًا.',
  }),
  'audit-trail/sealed-changed': ({ dossier, sequence, name }) => ({
    problem: `${dossier}: «${name}» في القيد ${sequence} ليس ما سُجّل.`,
    advice: 'لا تعتمد عليه؛ قارن بنسخة احتياطية.',
  }),
  'audit-trail/retention-rule-stale': ({ rule }) => ({
    problem: `قاعدة مدة الحفظ (${rule}) ليست سارية في هذا اليوم، وقد احتُسبت مع ذلك.`,
    advice: 'اطلب التحقق من القاعدة السارية الآن قبل محو أي شيء.',
  }),
  'audit-trail/retention-running': ({ erasableFrom, rule }, { date }) => ({
    problem: `ما زال يجب حفظ هذا السجل (${rule}).`,
    advice: `يمكن محوه ابتداءً من ${date(erasableFrom)}. وإلى ذلك الحين قيّد من يطّلع عليه.`,
  }),
  'audit-trail/authority-unreachable': () => ({
    problem: 'لم تجب جهة ختم الوقت.',
    advice: 'نقطة التحقق قائمة؛ اعرضها على الجهة مرة أخرى لاحقًا.',
  }),
  'audit-trail/authority-refused': () => ({
    problem: 'رفضت جهة ختم الوقت، أو أن جوابها يخص شيئًا آخر.',
    advice: 'تحقّق من العنوان ومن عقدك مع الجهة.',
  }),
  'audit-trail/anchor-not-written': () => ({
    problem: 'تعذّرت كتابة نقطة التحقق في ملف الإرساء.',
    advice: 'تحقّق من المسار والصلاحيات والمساحة المتبقية، ثم أعد المحاولة.',
  }),
};
