using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>
/// Words that are looked for among acts, without accents nor case: each in the title, the procedure, what comes next or the notes, or in the name of a theme or of the kind.
/// </summary>
internal sealed class MotsCherches
{
    // Beyond, what is typed isn't looked at.
    private const int TexteMax = 100;
    private const int MotsMax = 6;

    private readonly string[] _mots;

    // « E-mail » is one word, looked for as « e mail ».
    public MotsCherches(string? texte) => _mots =
    [
        .. (texte ?? "")[..Math.Min((texte ?? "").Length, TexteMax)].Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(TexteRecherche.Normaliser).Where(m => m.Length > 0).Distinct(StringComparer.Ordinal).Take(MotsMax),
    ];

    public bool Vides => _mots.Length == 0;

    /// <summary>The acts of this author where each word is found. What is read is what they wrote: row security gives their notes to nobody else.</summary>
    public IQueryable<Guid> Actes(FaireAvecDb db, Guid auteur)
    {
        var motifs = Array.ConvertAll(_mots, MotifSql.Contient);
        var themes = Array.ConvertAll(_mots, m => Liste(Thematiques.Codes.Where(c => Dit(Thematiques.Libelle(c), m))));
        var types = Array.ConvertAll(_mots, m => Liste(TypesDActivite.Tous.Where(t => Dit(t.Libelle, m)).Select(t => t.Type.ToString())));
        // As TexteRecherche.Normaliser does in code. Marks are taken off before lower(): what is left is ASCII, that any collation puts in lower case. OFFSET 0: made once an act, not once a word.
        return db.Database.SqlQuery<Guid>($"""
            SELECT t.id AS "Value" FROM (
                SELECT a.id, a.type, a.thematiques, regexp_replace(regexp_replace(regexp_replace(
                       replace(replace(replace(lower(regexp_replace(normalize(concat_ws(' ', a.titre, a.demarche, a.suite, a.coordination->>'nom', n.texte), NFKD), '[\u0300-\u036f]', '', 'g')), 'œ', 'oe'), 'æ', 'ae'), 'Œ', 'oe'),
                       '[^a-z0-9\u00c0-\u1fff\u3000-\uffff]+', ' ', 'g'), '\mste\M', 'sainte', 'g'), '\mst\M', 'saint', 'g') AS texte
                FROM accompagnement.activites a LEFT JOIN accompagnement.notes_d_activites n ON n.activite = a.id AND n.auteur = a.auteur
                WHERE a.auteur = {auteur} OFFSET 0) t
            WHERE NOT EXISTS (
                SELECT FROM unnest({motifs}, {themes}, {types}) AS m(motif, themes, types)
                WHERE t.texte NOT LIKE m.motif AND strpos(m.types, ',' || t.type || ',') = 0 AND NOT EXISTS (SELECT FROM unnest(t.thematiques) AS c WHERE strpos(m.themes, ',' || c || ',') > 0))
            """);
    }

    private static bool Dit(string? libelle, string mot) => TexteRecherche.Normaliser(libelle).Contains(mot, StringComparison.Ordinal);

    private static string Liste(IEnumerable<string> codes) => $",{string.Join(',', codes)},";
}
