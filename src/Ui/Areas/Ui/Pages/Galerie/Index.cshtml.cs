using System.ComponentModel.DataAnnotations;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace FaireAvec.Ui.Areas.Ui.Pages.Galerie;

/// <summary>Every component with its code: in development, or when the configuration says Galerie=true.</summary>
internal sealed class GalerieModel(IHostEnvironment environnement, IConfiguration configuration) : PageModel
{
    [BindProperty]
    [Display(Name = "Nom de la personne", Description = "Comme sur la carte d’identité.")]
    [Required(ErrorMessage = "Écrivez le nom de la personne.")]
    [StringLength(80, ErrorMessage = "Le nom a 80 lettres au plus.")]
    public string? Nom { get; set; }

    [BindProperty]
    [Display(Name = "Courriel")]
    [EmailAddress(ErrorMessage = "Écrivez une adresse comme nom@exemple.fr.")]
    public string? Courriel { get; set; }

    [BindProperty]
    [Display(Name = "Motif")]
    [MaxLength(300, ErrorMessage = "Le motif a 300 caractères au plus.")]
    public string? Motif { get; set; }

    [BindProperty]
    [Display(Name = "Pourquoi venez-vous\u202f?")]
    public Motivation? Motivation { get; set; }

    [BindProperty]
    [Display(Name = "J’accepte que ma demande soit gardée trois mois")]
    public bool Accord { get; set; }

    [BindProperty]
    [Display(Name = "Date de naissance")]
    public DateOnly? Naissance { get; set; }

    public Tri Tri { get; private set; } = new("nom");

    public IReadOnlyList<(string Nom, string Commune, int Personnes)> Lignes { get; private set; } = [];

    public static IReadOnlyList<string> Icones => Html.Icones.Noms;

    public static IReadOnlyList<OptionDeChamp> Departements =>
    [
        new("42", "Loire") { Groupe = "Auvergne-Rhône-Alpes" },
        new("69", "Rhône") { Groupe = "Auvergne-Rhône-Alpes" },
        new("974", "La Réunion") { Groupe = "Outre-mer" },
    ];

    public static IReadOnlyList<LienDeNavigation> Liens => [new("Aujourd’hui", "/aujourd-hui"), new("Galerie", "/ui"), new("Réseau", "/reseau")];

    public static IReadOnlyList<string> Mois => ["déc.", "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov."];

    public static IReadOnlyList<string> Demarches => ["Déclaration trimestrielle de ressources", "Carte d’identité", "Impôts", "Ameli"];

    public static IReadOnlyList<Serie> SeriesDemarches => [new("Démarches", [1204, 830, 512, null])];

    public static IReadOnlyList<Serie> SeriesAutonomie =>
    [
        new("Loire", [.52, .54, .55, .58, .57, .6, null, null, .63, .66, .68, .71])
        {
            Intervalles = [.. new double?[] { .52, .54, .55, .58, .57, .6, null, null, .63, .66, .68, .71 }.Select(v => v is { } x ? (x - .05, x + .05) : ((double, double)?)null)],
        },
        new("France", [.5, .5, .51, .51, .52, .52, .53, .53, .54, .54, .55, .55], Ton.Gris),
    ];

    public static IReadOnlyList<Serie> SeriesPosture =>
    [
        new(Ressources.Textes.PostureALaPlace, [34, 31, 29, 29, 24, 24, 22, 14, 12, 22, 22, 19], Ton.Abricot),
        new(Ressources.Textes.PostureAvec, [53, 60, 65, 72, 74, 79, 70, 48, 34, 82, 91, 89]),
        new(Ressources.Textes.PostureFaireFaire, [14, 22, 24, 31, 34, 38, 36, 26, 19, 48, 55, 62], Ton.Prune),
    ];

    public static IReadOnlyList<Zone> Zones =>
    [
        .. new (string Nom, double? Valeur)[] { ("Nord", 1.2), ("Plaine", 2.4), ("Monts", 3.1), ("Gier", 4.8), ("Pilat", null), ("Sud", 6.5) }
            .Select((z, i) => new Zone(z.Nom, $"M{10 + (i % 3 * 100)} {10 + (i / 3 * 90)}h90v80h-90z", z.Valeur, z.Valeur is null ? null : "/ui#graphiques")),
    ];

    public IReadOnlyList<Exemple> Exemples { get; } =
    [
        new("Boutons", "Un seul bouton principal par écran. Le danger demande confirmation sur sa propre page quand l’acte a des conséquences."),
        new("Icones", "Toujours à côté d’un mot. Pour en ajouter une, copier le fichier de Tabler dans src/Ui/Icones.", "Icônes"),
        new("Saisie", "Le libellé, l’indice, l’erreur et la valeur viennent du modèle.", "Saisie d’une ligne"),
        new("ZoneTexte", "Le compte des caractères suit la longueur permise par le modèle.", "Zone de texte"),
        new("Autocompletion", "Sans script, c’est un champ de texte. Au clavier\u00a0: flèches, Entrée, Échap.", "Autocomplétion et position"),
        new("Choix", "De grandes réponses à toucher, avec une image et des mots."),
        new("Radios", "Une réponse parmi quelques-unes\u00a0; une réponse peut ouvrir un champ.", "Boutons radio"),
        new("Cases", "Plusieurs réponses, ou un oui.", "Cases à cocher"),
        new("Liste", "Au-delà de huit réponses.", "Liste déroulante"),
        new("Date", "Trois champs\u00a0; le mois s’écrit aussi en lettres.", "Date connue"),
        new("Fichier", "Formats et taille sont dits avant l’envoi."),
        new("Erreurs", "Un récapitulatif en haut, un message près du champ, le mot « Erreur » dans le titre de l’onglet."),
        new("Notifications", "Ce qui s’est passé, et que faire."),
        new("Pastilles", "Un état en deux ou trois mots. La couleur ne dit rien seule."),
        new("Filtres", "Avec script, un geste suffit\u00a0; sans, le bouton «\u00a0Appliquer\u00a0» envoie. L’inconnu est un choix, avec son compte."),
        new("Cartes", "Une fiche dans une liste, une partie de page."),
        new("Tuiles", "Un chiffre porte toujours son n, son intervalle ou sa date."),
        new("Recapitulatif", "Avant d’écrire\u00a0: vérifiez vos réponses.", "Liste récapitulative"),
        new("Tableau", "Légende, en-têtes, tri par lien, cadre qui défile au clavier."),
        new("Pagination", "Les autres filtres de l’adresse sont gardés."),
        new("Navigation", "Fil d’Ariane et navigation de service.", "Fil et navigation"),
        new("Replis", "Détails, accordéon et onglets\u00a0: tout se lit sans script.", "Détails, accordéon, onglets"),
        new("Etapes", "Où l’on en est, en mots.", "Étapes et progression"),
        new("Vide", "Rien trouvé\u00a0: dire quoi faire.", "État vide"),
        new("Graphiques", "Dessinés par le serveur, chacun avec son tableau. L’inconnu n’est jamais un zéro."),
        new("Plan", "La carte se charge à la demande\u00a0; la liste dit tout.", "Carte interactive"),
        new("Feuille", "Une feuille à imprimer, avec le code qui mène à sa vérification.", "Feuille imprimable"),
    ];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environnement.IsDevelopment() && !configuration.GetValue<bool>("Galerie"))
        {
            context.Result = NotFound();
        }
    }

    public void OnGet(string? tri) => Remplir(tri);

    public IActionResult OnPost(string? tri)
    {
        Remplir(tri);
        Response.StatusCode = ModelState.IsValid ? 200 : 400;
        return Page();
    }

    public JsonResult OnGetCommunes(string? q)
    {
        (string Valeur, string Libelle, string Detail)[] communes =
        [
            ("42218", "Saint-Étienne", "42000"), ("42207", "Saint-Chamond", "42400"), ("42225", "Saint-Galmier", "42330"), ("42187", "Roanne", "42300"),
        ];
        var cherche = Kernel.Texte.TexteRecherche.Normaliser(q);
        return Exemple(communes
            .Where(c => $"{Kernel.Texte.TexteRecherche.Normaliser(c.Libelle)} {c.Detail}".Contains(cherche, StringComparison.Ordinal))
            .Select(c => new { valeur = c.Valeur, libelle = c.Libelle, detail = c.Detail }));
    }

    public JsonResult OnGetLieux() => Exemple(new
    {
        type = "FeatureCollection",
        features = new[]
        {
            Point("Médiathèque du Grand-Pré", 4.39, 45.44, "ouvert", "Ouvert jusqu’à 18 h 30"),
            Point("Maison des Halles", 4.41, 45.43, "ferme", "Fermé, ouvre à 14 h"),
        },
    });

    public JsonResult OnGetFond() => Exemple(new
    {
        type = "Polygon",
        coordinates = new[] { new double[][] { [4.3, 45.38], [4.5, 45.38], [4.5, 45.5], [4.3, 45.5], [4.3, 45.38] } },
    });

    private JsonResult Exemple(object valeur)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        return new JsonResult(valeur);
    }

    private static object Point(string nom, double longitude, double latitude, string etat, string ouverture) => new
    {
        type = "Feature",
        geometry = new { type = "Point", coordinates = new[] { longitude, latitude } },
        properties = new { nom, etat, ouverture, url = "/ui#plan" },
    };

    private void Remplir(string? tri)
    {
        Tri = Tri.Lire(tri, "nom", "nom", "personnes");
        (string Nom, string Commune, int Personnes)[] lignes = [("Médiathèque", "Saint-Étienne", 1204), ("Centre social", "Firminy", 380), ("Mairie", "Roanne", 96)];
        var triees = Tri.Colonne == "nom" ? lignes.OrderBy(l => l.Nom, StringComparer.CurrentCulture) : lignes.OrderBy(l => l.Personnes);
        Lignes = Tri.Decroissant ? [.. triees.Reverse()] : [.. triees];
    }
}

/// <summary>Reasons of the gallery's example.</summary>
internal enum Motivation
{
    [Display(Name = "Pour une démarche")]
    Demarche,

    [Display(Name = "Pour apprendre", Description = "Seul ou en atelier")]
    Apprendre,

    [Display(Name = "Je ne sais pas encore")]
    Inconnue,
}

/// <summary>An example: the partial page Exemples/_X.cshtml, shown and quoted.</summary>
/// <param name="Nom">Name of the file without underscore.</param>
/// <param name="Note">When to use it.</param>
/// <param name="Affiche">Title when the name isn't one.</param>
internal sealed record Exemple(string Nom, string Note, string? Affiche = null)
{
    public string Titre => Affiche ?? Nom;

    public string Ancre => Nom.ToLowerInvariant();

    public string Fichier => $"_{Nom}";

    /// <summary>The source, without its model line.</summary>
    public string Code
    {
        get
        {
            using var flux = typeof(Exemple).Assembly.GetManifestResourceStream($"exemple.{Fichier}")
                ?? throw new InvalidOperationException($"Write src/Ui/Areas/Ui/Pages/Galerie/Exemples/{Fichier}.cshtml.");
            using var lecteur = new StreamReader(flux);
            lecteur.ReadLine();
            return lecteur.ReadToEnd();
        }
    }
}
