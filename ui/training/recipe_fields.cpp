#include "ui/training/recipe_fields.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace skiagraph::ui {
namespace {

struct Field {
  const char *name, *meaning;
};

constexpr Field kFields[] = {
    {"name", QT_TRANSLATE_NOOP("RecipeFields",
                               "What the recipe is called. The networks keep it, and a recipe that "
                               "continues this one names it.")},
    {"seed", QT_TRANSLATE_NOOP("RecipeFields",
                               "A whole number that all chance follows: the first weights, and the "
                               "order of people. The same seed gives the same run.")},
    {"precision",
     QT_TRANSLATE_NOOP("RecipeFields", "float32, or bfloat16, which is faster on graphics cards.")},
    {"lambda", QT_TRANSLATE_NOOP("RecipeFields",
                                 "Two numbers, for MPN and CIGN: how much the loss counts that flows "
                                 "back through the other network in convergent stages.")},
    {"continues", QT_TRANSLATE_NOOP("RecipeFields",
                                    "The name of a recipe whose networks this one begins with; leave "
                                    "it out to begin with untrained networks.")},
    {"marker_shrink", QT_TRANSLATE_NOOP("RecipeFields",
                                        "1, 2 or 4: MPN reads pictures that are this many times "
                                        "smaller, which is faster; markers are known to a few pixels "
                                        "at best. No smaller than \"shrink\" of its last stage.")},
    {"stages", QT_TRANSLATE_NOOP("RecipeFields", "The parts of the training, one after the other.")},
    {"kind",
     QT_TRANSLATE_NOOP(
         "RecipeFields",
         "Of a stage: t (first X-ray from the surface), cign (X-ray from surface "
         "and markers), mpn (markers in X-rays), reader (markers in X-rays of which only a part is seen, for "
         "completion), convergent (MPN and CIGN through each other, as the loop uses them). Of "
         "an adversary: patches, wgan or wgan-gp.")},
    {"shrink", QT_TRANSLATE_NOOP("RecipeFields",
                                 "1, 2 or 4: pictures are this many times smaller. From coarse to fine "
                                 "is faster: half the size takes a quarter of the time.")},
    {"batch", QT_TRANSLATE_NOOP("RecipeFields",
                                "People in each step, 1 to 1024. More take more time and memory; on "
                                "processors many small steps teach more. On several machines "
                                "divisible by their number.")},
    {"steps", QT_TRANSLATE_NOOP("RecipeFields", "How many steps the stage takes.")},
    {"learning_rate", QT_TRANSLATE_NOOP("RecipeFields",
                                        "How far each step goes at most, between 0 and 1, for example "
                                        "0.002. It rises at first and then falls. Where training "
                                        "diverges, take less.")},
    {"optimiser", QT_TRANSLATE_NOOP("RecipeFields",
                                    "adam, or muon, whose steps for convolutions are orthogonalised: "
                                    "it learns more from as many people.")},
    {"adversary", QT_TRANSLATE_NOOP("RecipeFields",
                                    "A critic that learns to tell CIGN's X-rays from true ones, so "
                                    "that they become sharper; in stages that train CIGN alone.")},
    {"weight", QT_TRANSLATE_NOOP("RecipeFields",
                                 "How much the critic counts beside the error of the picture, for "
                                 "example 0.03.")},
    {"warm_up", QT_TRANSLATE_NOOP("RecipeFields", "Steps in which a new critic learns alone.")},
    {"sees", QT_TRANSLATE_NOOP("RecipeFields",
                               "What a critic sees beside the X-ray: surface, or markers as well, so that "
                               "it notices traces of them in the picture.")},
};

QString translated(const char* text) {
  return QCoreApplication::translate("RecipeFields", text);
}

QString as_rich_text(const Field& field) {
  return QStringLiteral("<p><b>%1</b>: %2</p>").arg(field.name, translated(field.meaning).toHtmlEscaped());
}

}  // namespace

QString recipe_field_text(const QString& recipe, int position) {
  // The last name with a colon before the place, on its line or, where that has none, on one above.
  static const QRegularExpression name(QStringLiteral("\"(\\w+)\"\\s*:"));
  const int line_end = static_cast<int>(recipe.indexOf('\n', position));
  const QString before = recipe.left(line_end < 0 ? recipe.size() : line_end);
  QString found;
  auto matches = name.globalMatch(before);
  while (matches.hasNext()) {
    const auto match = matches.next();
    if (match.capturedStart() > position && !found.isEmpty()) break;
    found = match.captured(1);
  }
  for (const Field& field : kFields)
    if (found == QLatin1String(field.name)) return as_rich_text(field);
  const QString general =
      translated(QT_TRANSLATE_NOOP("RecipeFields", "Put the cursor on a field to read what it means."));
  return "<p>" + general + "</p>" + recipe_fields_page();
}

QString recipe_fields_page() {
  QString page;
  for (const Field& field : kFields) page += as_rich_text(field);
  return page;
}

}  // namespace skiagraph::ui
