using System.Security.Cryptography;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>Takes a file in: looks at what it is and at its columns, keeps it, and asks for its reading when nothing is missing to begin.</summary>
internal sealed class DepotDImport(FaireAvecDb db, ITableaux tableaux, ContenuDImport contenu, TravauxDesImports travaux, ContexteAcces acces, TimeProvider horloge)
{
    private const int LignesRegardees = 30;

    // A file of each week of years is fewer; files are kept a month.
    private const int OuvertsMax = 10;
    private const int ParJourMax = 60;
    private const long TailleMax = ImportDActivites.TailleMaxMo * 1024L * 1024;

    /// <summary>The import that isn't over of the file that was just refused because it is already there.</summary>
    public Guid? DejaLa { get; private set; }

    /// <param name="fichier">Can be sought; closed here.</param>
    /// <param name="nom">As the browser gives it.</param>
    /// <param name="auteur">Whose acts they are.</param>
    /// <param name="organisation">For whom they work.</param>
    /// <param name="structure">Its name, when it is known.</param>
    /// <param name="annulation">Gives up.</param>
    /// <param name="id">Its id; null: a new one.</param>
    public async Task<Resultat<ImportDActivites>> DeposerAsync(Stream fichier, string nom, Guid auteur, Guid organisation, string? structure, CancellationToken annulation, Guid? id = null)
    {
        await using var _ = fichier;
        if (ControleDesFichiers.Controler(fichier, TypeDeFichier.Texte | TypeDeFichier.Classeur | TypeDeFichier.Zip, TailleMax, "Fichier") is { Reussi: false } refuse)
        {
            return refuse.Erreur!;
        }

        var hier = horloge.GetUtcNow().AddDays(-1);
        var siens = db.Set<ImportDActivites>().Where(i => i.Auteur == auteur);
        if (await siens.CountAsync(i => EtatsDImport.Ouverts.Contains(i.Etat), annulation) >= OuvertsMax || await siens.CountAsync(i => i.DeposeLe > hier, annulation) >= ParJourMax)
        {
            return ErreursImports.TropDImports;
        }

        var lignes = new List<LigneDeTableau>();
        bool depuis1904;
        try
        {
            // Isn't closed: that would close the file, which is kept next.
            var tableau = tableaux.Ouvrir(fichier);
            lignes.AddRange(tableau.Lignes().Take(LignesRegardees));
            depuis1904 = tableau.Depuis1904;
        }
        catch (TableauIllisibleException e)
        {
            return ErreursImports.Illisible(e.Message);
        }

        var rang = ChampsDImport.TrouverLEntete([.. lignes.Select(l => l.Cellules)]) ?? lignes.FindIndex(l => l.Cellules.Count(c => c is not null) > 1);
        if (rang < 0 || lignes.Count < rang + 2)
        {
            return ErreursImports.SansLigne with { Champ = "Fichier" };
        }

        fichier.Position = 0;
        var colonnes = ChampsDImport.Reconnaitre(lignes[rang].Cellules);
        var outil = ChampsDImport.Outil(colonnes);
        var import = new ImportDActivites
        {
            Id = id ?? Identifiants.Nouveau(horloge),
            Auteur = auteur,
            Organisation = organisation,
            Outil = outil,
            Fichier = NomDeFichier.Propre(nom, ImportDActivites.NomMax),
            Empreinte = await SHA256.HashDataAsync(fichier, annulation),
            Octets = fichier.Length,
            Etat = outil == OutilsDOrigine.ExportDeCra ? EtatDImport.Lecture : EtatDImport.Colonnes,
            LigneDEntete = lignes[rang].Numero,
            Colonnes = colonnes,
            Reglages = new ReglagesDImport { Depuis1904 = depuis1904, Structure = structure },
            DeposeLe = horloge.GetUtcNow(),
        };
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            db.Add(import);
            await db.SaveChangesAsync(annulation);
            await contenu.GarderAsync(import.Id, auteur, fichier, annulation);
            await transaction.CommitAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_imports_ouverts" })
        {
            db.ChangeTracker.Clear();
            DejaLa = await siens.Where(i => EtatsDImport.Ouverts.Contains(i.Etat) && i.Empreinte == import.Empreinte).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(annulation);
            return ErreursImports.DejaDepose;
        }

        if (import.Etat == EtatDImport.Lecture)
        {
            travaux.Demander(import.Id, acces);
        }

        return import;
    }
}
