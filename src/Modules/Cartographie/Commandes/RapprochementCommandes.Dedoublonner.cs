using System.CommandLine;
using FaireAvec.Kernel.Commandes;

namespace FaireAvec.Cartographie.Commandes;

internal static partial class RapprochementCommandes
{
    private static Command Dedoublonner(IRegistreDeCommandes registre) => new("dedoublonner");
}
