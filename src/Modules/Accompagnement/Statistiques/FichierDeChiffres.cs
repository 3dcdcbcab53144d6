using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Fichiers.Tableurs;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Figures as a file: what they are first, then the tables of the screen, with the same columns, a sheet each.</summary>
internal sealed class FichierDeChiffres(string format, string nom, EnTeteDeChiffres enTete, IReadOnlyList<BlocDeChiffres> blocs) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var annulation = context.HttpContext.RequestAborted;
        await using var ecriture = await ReponseDeTableur.CommencerAsync(context.HttpContext, format, enTete.NomDeFichier(nom));
        await ecriture.FeuilleAsync(MotsRapports.T("EnTete"), [MotsRapports.T("EnTete.nom"), MotsRapports.T("EnTete.valeur")], annulation);
        foreach (var (dit, valeur) in enTete.Lignes())
        {
            await ecriture.LigneAsync([CelluleDeTableur.De(dit), valeur], annulation);
        }

        foreach (var bloc in blocs)
        {
            await ecriture.FeuilleAsync(MotsRapports.Titre(bloc), [MotsRapports.Premiere(bloc), .. bloc.Colonnes.Select(MotsRapports.Colonne)], annulation);
            foreach (var ligne in bloc.Lignes)
            {
                await ecriture.LigneAsync([CelluleDeTableur.De(MotsRapports.Ligne(ligne)), .. bloc.Colonnes.Zip(ligne.Valeurs, Cellule)], annulation);
            }

            // What is hidden, and what adds up to more than the whole, is said in the file as on the screen.
            foreach (var phrase in bloc.Absent is { } absent ? [MotsRapports.T($"Absent.{absent}")] : bloc.Notes.Where(n => n != "coupe").Select(n => MotsRapports.T($"Note.{n}")))
            {
                await ecriture.LigneAsync([CelluleDeTableur.De(phrase)], annulation);
            }
        }

        await ecriture.FinirAsync(annulation);
    }

    private static CelluleDeTableur Cellule(string colonne, ValeurDeChiffre valeur) =>
        valeur.Nombre is null ? CelluleDeTableur.De(MotsRapports.Valeur(colonne, valeur))
        : colonne is "part" or "evolution" ? CelluleDeTableur.Part(valeur.Nombre)
        : CelluleDeTableur.De(valeur.Nombre);
}
