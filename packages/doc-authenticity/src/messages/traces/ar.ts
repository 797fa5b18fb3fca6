import type { MessagesFor } from '@dossierkit/core';
import type { TraceMessageable } from '../../findings.js';
import type { ExaminationProblem, PdfChange } from '../../traces/findings.js';

const CHANGES: Readonly<Record<PdfChange, string>> = {
  signature: 'توقيع',
  'validation-data': 'بيانات للتحقق من توقيع',
  'form-filled': 'ما مُلئ في الاستمارة',
  note: 'روابط أو ملاحظات',
  metadata: 'المعلومات عن الملف',
  structure: 'إعدادات الملف',
  annotation: 'رسوم أو نصوص وُضعت فوق صفحة',
  'page-content': 'ما تعرضه صفحة',
  'page-added': 'صفحة مضافة',
  'page-removed': 'صفحة محذوفة',
};

const REASONS: Readonly<Record<ExaminationProblem, string>> = {
  encrypted: 'فهو محمي بالتشفير',
  damaged: 'فهو تالف',
  'too-much': 'فهو أكبر مما نفحصه',
  'other-format': 'فهو من نوع لا نفحصه',
};

const LOOK = 'انظر إلى هذا الموضع، واطلب الملف الأصلي عند الشك.';
const ORIGINAL = 'اطلب الملف كما أرسلته الجهة المُصدِرة، أو نزّله منها مرة أخرى.';

/** ما يقال عن آثار التعديل. */
export const ar: MessagesFor<TraceMessageable> = {
  'doc-authenticity/traces-examined': ({ reason }) => ({
    problem: `لم نتمكن من فحص طريقة إنشاء هذا الملف، ${REASONS[reason ?? 'damaged']}.`,
    advice: 'اطلب الملف كما صدر أول مرة، أو اعرضه على شخص مختص.',
    verified: 'فحصنا كيف أُنشئ الملف وكيف عُدّل.',
  }),
  'doc-authenticity/pdf-structure': () => ({
    problem: 'الفهرس الداخلي لهذا الملف لا يطابق ما يحتويه.',
    advice: ORIGINAL,
    verified: 'بنية الملف مطابقة لفهرسه الداخلي.',
  }),
  'doc-authenticity/pdf-updated': ({ changes }, format) => ({
    problem: `حُفظ الملف مرة أخرى بعد إنشائه. ما تغيّر: ${format.list(changes.map((change) => CHANGES[change]))}.`,
    advice: 'قارن الموضع المحدد ببقية الصفحة، واطلب الملف الأصلي.',
    verified:
      changes.length === 0
        ? 'حُفظ الملف مرة أخرى دون أن يتغيّر شيء.'
        : `أُضيف إلى الملف بعد إنشائه بطريقة معتادة: ${format.list(changes.map((change) => CHANGES[change]))}.`,
  }),
  'doc-authenticity/pdf-modified-later': ({ created, modified }, format) => ({
    problem: `يذكر الملف أنه أُنشئ في ${format.date(created)} ثم عُدّل لاحقًا في ${format.date(modified)}.`,
    advice: ORIGINAL,
    verified: 'لا يذكر الملف أي تعديل بعد إنشائه.',
  }),
  'doc-authenticity/pdf-editor': ({ program }) => ({
    problem: `مرّ هذا الملف ببرنامج لتعديل المستندات أو الصور: ${program}.`,
    advice: ORIGINAL,
    verified: `البرنامج الذي يذكره الملف (${program}) ليس في قائمة برامج تعديل المستندات.`,
  }),
  'doc-authenticity/pdf-producer-unusual': ({ program }) => ({
    problem: program
      ? `لا تنشئ هذه الجهة ملفاتها عادةً ببرنامج ${program}.`
      : 'لا يذكر الملف البرنامج الذي أنشأه، بينما تذكره ملفات هذه الجهة.',
    advice: ORIGINAL,
  }),
  'doc-authenticity/pdf-rewritten': ({ writer, program }) => ({
    problem: `يذكر الملف أن ${program} أنشأه، لكن ${writer} هو آخر من كتبه.`,
    advice: 'قد يكون ذلك عاديًا، فكثير من الجهات تمرّر ملفاتها عبر برامج كهذه. انظر إليه مع بقية الملاحظات.',
  }),
  'doc-authenticity/pdf-metadata-disagrees': () => ({
    problem: 'يذكر الملف معلومتين مختلفتين عن وقت إنشائه أو البرنامج الذي أنشأه.',
    advice: ORIGINAL,
    verified: 'ما يذكره الملف عن نفسه متوافق.',
  }),
  'doc-authenticity/pdf-covered-text': ({ replaced }) => ({
    problem: replaced ? 'غُطّي نص في هذه الصفحة وكُتب فوقه نص آخر.' : 'غُطّي نص في هذه الصفحة ولم يعد ظاهرًا.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-picture-over-text': () => ({
    problem: 'وُضعت صورة فوق نص في هذه الصفحة.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-drawn-on-picture': () => ({
    problem: 'أُضيف شيء فوق الصفحة الممسوحة ضوئيًا.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-added-text': () => ({
    problem: 'وُضعت بضع كلمات في الصفحة أخيرًا بخط لا يُستخدم في غيرها.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-other-font': () => ({
    problem: 'كُتبت كلمات منفردة هنا بخط يختلف عن خط الكلمات المجاورة.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-annotation': () => ({
    problem: 'وُضع نص أو رسم فوق هذه الصفحة على شكل تعليق، وهذا متاح لأي شخص.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-hidden-text': () => ({
    problem: 'خلف صورة هذه الصفحة نص يقول غير ما تعرضه الصورة.',
    advice: 'قارن ما تراه بما تحصل عليه عند نسخ النص من هذا الموضع.',
  }),
  'doc-authenticity/pdf-signature': ({ covers }) => ({
    problem:
      covers === 'part'
        ? 'عُدّل الملف بعد توقيعه إلكترونيًا.'
        : 'يحمل الملف توقيعًا إلكترونيًا لا يشمل ما ينبغي أن يشمله.',
    advice: 'تحقق من التوقيع ببرنامج مخصص لذلك، واطلب الأصل الموقّع.',
    verified:
      covers === 'all'
        ? 'يشمل التوقيع الإلكتروني الملف كله. لم نتحقق من هوية الموقّع.'
        : 'لم يُضف بعد التوقيع الإلكتروني إلا ما هو معتاد. لم نتحقق من هوية الموقّع.',
  }),
  'doc-authenticity/picture-editor': ({ program }) => ({
    problem: `مرّت هذه الصورة ببرنامج لتعديل الصور: ${program}.`,
    advice: 'اطلب الصورة كما التقطتها الكاميرا أو الماسح الضوئي.',
    verified: `البرنامج الذي تذكره الصورة (${program}) ليس في قائمة برامج تعديل الصور.`,
  }),
  'doc-authenticity/picture-patched': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'لا يدل ضغط هذه الصورة على ما إذا كان شيء قد أُدخل فيها.'
        : 'أُدخل جزء من هذه الصورة بعد أن كان باقيها قد حُفظ.',
    advice: format.outcome === 'inconclusive' ? 'لا حاجة إلى فعل شيء.' : LOOK,
    verified: 'للصورة كلها التاريخ نفسه.',
  }),
  'doc-authenticity/picture-even-patch': () => ({
    problem:
      'في هذه الصورة موضع لونه متجانس تمامًا، وهذا لا يكون أبدًا في ورق صُوِّر أو مُسح ضوئيًا، فقد يكون شيء ما قد غُطّي.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-copied': () => ({
    problem: 'بعض العلامات في هذه الصورة نسخة من علامات أخرى فيها حتى أدق التفاصيل.',
    advice: LOOK,
  }),
  'doc-authenticity/picture-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'لا تكفي المساحات المتجانسة في هذه الصورة لمعرفة ما إذا كانت قد التُقطت لشاشة.'
        : 'البنية الدقيقة لهذه الصورة منتظمة كما في صورة التُقطت لشاشة.',
    advice:
      format.outcome === 'inconclusive'
        ? 'لا حاجة إلى فعل شيء.'
        : 'اطلب الوثيقة نفسها، أو الملف الذي كان معروضًا على الشاشة.',
    verified: 'البنية الدقيقة للصورة ليست بنية شاشة.',
  }),
  'doc-authenticity/pdf-edited-content': ({ program }) => ({
    problem: `أعاد برنامج لتعديل الوثائق كتابة نص هذه الصفحة (${program}).`,
    advice: LOOK,
  }),
  'doc-authenticity/pdf-word-offset': () => ({
    problem: 'هذه الكلمة أعلى قليلًا أو أخفض من الكلمات المجاورة لها.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-glyph-order': () => ({
    problem: 'وُضعت هذه الأحرف بعد إنشاء خطوط الملف.',
    advice: LOOK,
  }),
  'doc-authenticity/pdf-page-is-picture': () => ({
    problem: 'هذه الصفحة صورة واحدة، ولا يمكن فحص ما فيها بوصفه نصًا.',
    advice: 'إن كان المُصدِر يسلّم نصًا، فاطلب الملف الأصلي.',
  }),
};
