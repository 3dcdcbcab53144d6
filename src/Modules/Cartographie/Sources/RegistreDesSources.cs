using FaireAvec.Cartographie.Correspondances;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Sources;

/// <summary>The sources and the versions of their mappings.</summary>
internal sealed class RegistreDesSources(FaireAvecDb db, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>The sources of the shipped places, once: what people changed since isn't touched.</summary>
    public async Task AmorcerAsync(CancellationToken annulation)
    {
        var connus = (await db.Set<Source>().Select(s => s.Code).ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal);
        var maintenant = horloge.GetUtcNow();
        db.AddRange(NomsDesSources.Tous.Where(n => !connus.Contains(n.Key)).Select(n => new Source { Code = n.Key, Nom = n.Value, CreeeLe = maintenant }));
        if (!connus.Contains(Source.Saisie))
        {
            db.Add(new Source { Code = Source.Saisie, Nom = "Saisie sur ce site", Confiance = 80, CreeeLe = maintenant });
        }

        await db.SaveChangesAsync(annulation);
    }

    public async Task<Resultat<Source>> AjouterAsync(SourceDemandee demande, CancellationToken annulation)
    {
        if (!Source.EstUnCode(demande.Code))
        {
            return ErreursSources.CodeInvalide(demande.Code);
        }

        if (await db.Set<Source>().AnyAsync(s => s.Code == demande.Code, annulation))
        {
            return ErreursSources.SourceExiste(demande.Code);
        }

        var source = new Source { Code = demande.Code, Nom = "", CreeeLe = horloge.GetUtcNow() };
        var fautes = demande.Appliquer(source).ToList();
        if (fautes.Count > 0)
        {
            return Resultat<Source>.Echec(fautes);
        }

        db.Add(source);
        await db.SaveChangesAsync(annulation);
        return source;
    }

    public async Task<Resultat<Source>> ModifierAsync(SourceDemandee demande, CancellationToken annulation)
    {
        if (await db.Set<Source>().SingleOrDefaultAsync(s => s.Code == demande.Code, annulation) is not { } source)
        {
            return ErreursSources.SourceInconnue(demande.Code);
        }

        var fautes = demande.Appliquer(source).ToList();
        if (fautes.Count > 0)
        {
            // Nothing of a refused demand may be saved with something else.
            db.Entry(source).State = EntityState.Detached;
            return Resultat<Source>.Echec(fautes);
        }

        await db.SaveChangesAsync(annulation);
        return source;
    }

    public async Task<Resultat<Source>> PasserAsync(string code, EtatSource vers, CancellationToken annulation)
    {
        if (await db.Set<Source>().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return ErreursSources.SourceInconnue(code);
        }

        if (!source.Passer(vers))
        {
            return ErreursSources.PassageImpossible(source.Etat.ToString(), vers.ToString());
        }

        await db.SaveChangesAsync(annulation);
        return source;
    }

    /// <summary>Keeps a new version of the mapping of a source, after reading it, and puts it in force.</summary>
    public async Task<Resultat<VersionDeCorrespondance>> AjouterCorrespondanceAsync(string code, string document, string? note, CancellationToken annulation)
    {
        var lue = Correspondance.Lire(document);
        if (!lue.Reussi)
        {
            return Resultat<VersionDeCorrespondance>.Echec(lue.Erreurs);
        }

        if (lue.Valeur.Source.Code != code)
        {
            // Ids begin with the code: they would be another source's.
            return ErreursSources.CodeDeCorrespondance(lue.Valeur.Source.Code, code);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.PrendreSourceAsync(code, annulation);
        if (await db.Set<Source>().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return ErreursSources.SourceInconnue(code);
        }

        var derniere = await db.Set<VersionDeCorrespondance>().Where(c => c.Source == code).MaxAsync(c => (int?)c.Version, annulation) ?? 0;
        var version = new VersionDeCorrespondance { Source = code, Version = derniere + 1, Document = document, Auteur = ecriture.Acteur, Note = note, CreeeLe = horloge.GetUtcNow() };
        db.Add(version);
        source.VersionEnCours = version.Version;
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return version;
    }

    /// <summary>Puts a version in force again; null: the file follows the standard.</summary>
    public async Task<Resultat<Source>> ActiverVersionAsync(string code, int? version, CancellationToken annulation)
    {
        if (await db.Set<Source>().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return ErreursSources.SourceInconnue(code);
        }

        if (version is { } v && !await db.Set<VersionDeCorrespondance>().AnyAsync(c => c.Source == code && c.Version == v, annulation))
        {
            return ErreursSources.VersionInconnue(code, v);
        }

        source.VersionEnCours = version;
        await db.SaveChangesAsync(annulation);
        return source;
    }
}
